#include "ui/xray/xray_view.h"

#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/text/number_text.h"
#include "ui/xray/ct/ct_layer.h"
#include "ui/xray/ct/wipe_tool.h"
#include "ui/xray/layers/marker_layer.h"
#include "ui/xray/layers/text_layers.h"
#include "ui/xray/tools/marker_tool.h"
#include "ui/xray/tools/view_tools.h"

namespace skiagraph::ui {

QImage to_image(const imaging::XrayImage& xray, const imaging::WindowLevel& window_level) {
  QImage image(xray.frame.columns, xray.frame.rows, QImage::Format_Grayscale8);
  auto value = xray.pixels.begin();
  for (int row = 0; row < xray.frame.rows; ++row) {
    uchar* line = image.scanLine(row);
    for (int column = 0; column < xray.frame.columns; ++column)
      line[column] = static_cast<uchar>(255 * imaging::grey(window_level, *value++));
  }
  return image;
}

XrayView::XrayView(const App& app, QWidget* parent) : QWidget(parent), app_(app) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(300, 400);
  setAccessibleName(tr("X-ray"));
  layers_.push_back(std::make_unique<CtLayer>(app));
  layers_.push_back(std::make_unique<MarkerLayer>(app));
  layers_.push_back(std::make_unique<RulerLayer>());
  layers_.push_back(std::make_unique<NoticeLayer>());
  layers_.push_back(std::make_unique<HintLayer>(app));
  tools_.push_back(std::make_unique<MarkerTool>(app));
  tools_.push_back(std::make_unique<WipeTool>(app));
  tools_.push_back(std::make_unique<PanTool>(app.document));
  tools_.push_back(std::make_unique<WindowLevelTool>(app.document));
  connect(&app.engine, &Engine::result_changed, this, &XrayView::make_image);
  connect(&app.engine, &Engine::body_changed, this, &XrayView::make_image);
  connect(&app.document, &Document::changed, this, &XrayView::follow_document);
  connect(&app.selection, &Selection::changed, this, qOverload<>(&QWidget::update));
}

XrayGeometry XrayView::geometry_now() const {
  return {app_.engine.frame(), size(), app_.document.session().view.xray};
}

void XrayView::follow_document(const session::Session& before) {
  const session::View& now = app_.document.session().view;
  if (now.window_level != before.view.window_level) make_image();
  if (now.xray != before.view.xray) scaled_ = {};
  for (const auto& tool : tools_) tool->follow();
  update();
}

void XrayView::make_image() {
  shown_ = app_.engine.result();
  image_ = shown_ ? to_image(shown_->xray, app_.document.session().view.window_level) : QImage();
  scaled_ = {};
  update();
}

void XrayView::paint_picture(QPainter& painter, const XrayGeometry& geometry) {
  const QSize pixels = size() * devicePixelRatioF();
  if (scaled_.size() != pixels) {
    scaled_ = QPixmap(pixels);
    scaled_.setDevicePixelRatio(devicePixelRatioF());
    scaled_.fill(Qt::black);
    QPainter picture(&scaled_);
    picture.setRenderHint(QPainter::SmoothPixmapTransform);
    picture.drawImage(geometry.picture(), image_);
  }
  painter.drawPixmap(0, 0, scaled_);
}

void XrayView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (image_.isNull()) {
    painter.fillRect(rect(), Qt::black);
    return;
  }
  const XrayGeometry geometry = geometry_now();
  paint_picture(painter, geometry);
  const double mm_per_px = app_.engine.body()->surface->placement.mm_per_px();
  for (const auto& layer : layers_) {
    painter.save();
    layer->paint({painter, geometry, rect(), mm_per_px});
    painter.restore();
  }
}

void XrayView::resizeEvent(QResizeEvent*) {
  scaled_ = {};
}

void XrayView::release_tool() {
  if (active_ == nullptr) return;
  Tool* tool = std::exchange(active_, nullptr);
  tool->release();
}

void XrayView::mousePressEvent(QMouseEvent* event) {
  if (active_ != nullptr) return;  // a second button does not disturb a drag
  const XrayGeometry geometry = geometry_now();
  for (const auto& tool : tools_) {
    if (!tool->press(*event, geometry)) continue;
    active_ = tool.get();
    button_ = event->button();
    return;
  }
}

void XrayView::mouseMoveEvent(QMouseEvent* event) {
  const XrayGeometry geometry = geometry_now();
  if (active_ != nullptr && !event->buttons().testFlag(button_)) release_tool();  // its release was lost
  if (active_ != nullptr) {
    active_->move(*event, geometry);
  } else if (event->buttons() == Qt::NoButton) {
    for (const auto& tool : tools_) tool->hover(event->position(), geometry);
  }
  point_at(event->position());
}

void XrayView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == button_) release_tool();
}

void XrayView::mouseDoubleClickEvent(QMouseEvent* event) {
  mousePressEvent(event);
  if (active_ == nullptr && event->button() == Qt::LeftButton)
    app_.document.set_view([](session::View& view) { view.xray.reset(); });
}

void XrayView::wheelEvent(QWheelEvent* event) {
  const double factor = std::clamp(std::pow(1.0015, event->angleDelta().y()), 0.2, 5.0);
  if (event->angleDelta().y() != 0) zoom_at(app_.document, geometry_now(), event->position(), factor);
  event->accept();
}

void XrayView::keyPressEvent(QKeyEvent* event) {
  for (const auto& tool : tools_)
    if (tool->key(*event)) return;
  QWidget::keyPressEvent(event);
}

void XrayView::leaveEvent(QEvent*) {
  for (const auto& tool : tools_) tool->leave();
  Q_EMIT pointed_at({});
}

/// Tab walks the markers and leaves the pane after the last.
bool XrayView::focusNextPrevChild(bool next) {
  const int marker = app_.selection.selected() + (next ? 1 : -1);
  if (!app_.engine.result() || marker < 0 || marker >= kMarkerCount) return QWidget::focusNextPrevChild(next);
  app_.selection.select(marker);
  return true;
}

void XrayView::point_at(QPointF at) {
  const Pixel pixel = geometry_now().to_pixel(at);
  const int row = static_cast<int>(std::lround(pixel.row)),
            column = static_cast<int>(std::lround(pixel.column));
  if (!shown_ || row < 0 || column < 0 || row >= shown_->xray.frame.rows ||
      column >= shown_->xray.frame.columns) {
    Q_EMIT pointed_at({});
    return;
  }
  const Vec3 place = app_.engine.body()->surface->placement.to_patient(pixel, 0);
  const float value =
      shown_->xray.pixels[static_cast<std::size_t>(row) * shown_->xray.frame.columns + column];
  Q_EMIT pointed_at(tr("left %1 mm, height %2 mm, attenuation %3")
                        .arg(number_text(place.x, 0), number_text(place.z, 0),
                             number_text(value * imaging::kXrayFullScale, 2)));
}

}  // namespace skiagraph::ui
