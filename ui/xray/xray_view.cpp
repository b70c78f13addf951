#include "ui/xray/xray_view.h"

#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "core/geometry/frame_change.h"
#include "ui/text/number_text.h"
#include "ui/xray/ct/ct_layer.h"
#include "ui/xray/ct/wipe_tool.h"
#include "ui/xray/layers/annotation_layer.h"
#include "ui/xray/layers/anomaly_layer.h"
#include "ui/xray/layers/comparison_layer.h"
#include "ui/xray/layers/marker_layer.h"
#include "ui/xray/layers/measure_layer.h"
#include "ui/xray/layers/range_layer.h"
#include "ui/xray/layers/real_xray_layer.h"
#include "ui/xray/layers/ruler_layer.h"
#include "ui/xray/layers/text_layers.h"
#include "ui/xray/shown_xrays.h"
#include "ui/xray/tools/annotation_tool.h"
#include "ui/xray/tools/compare_tool.h"
#include "ui/xray/tools/marker_tool.h"
#include "ui/xray/tools/measure_tool.h"
#include "ui/xray/tools/range_tool.h"
#include "ui/xray/tools/real_xray_tool.h"
#include "ui/xray/tools/view_tools.h"

namespace skiagraph::ui {

XrayView::XrayView(const App& app, QWidget* parent, Extras extras)
    : QWidget(parent),
      app_(app),
      extras_(extras),
      touch_(*this, *this),
      comparison_bar_(new ComparisonBar(app, this)) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(300, 400);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setAccessibleName(tr("X-ray"));
  layers_.push_back(std::make_unique<CtLayer>(app));
  layers_.push_back(std::make_unique<ComparisonLayer>(app));
  layers_.push_back(std::make_unique<AnomalyLayer>(app));
  layers_.push_back(std::make_unique<RealXrayLayer>(app));
  layers_.push_back(std::make_unique<RangeLayer>(app));
  if (extras == Extras::kShown) layers_.push_back(std::make_unique<RulerLayer>());
  layers_.push_back(std::make_unique<MarkerLayer>(app));
  layers_.push_back(std::make_unique<AnnotationLayer>(app));
  layers_.push_back(std::make_unique<MeasureLayer>(app));
  if (extras == Extras::kShown) layers_.push_back(std::make_unique<HintLayer>(app));
  layers_.push_back(std::make_unique<NoticeLayer>());
  tools_.push_back(std::make_unique<MeasureTool>(app));
  tools_.push_back(std::make_unique<AnnotationTool>(app));
  tools_.push_back(std::make_unique<MarkerTool>(app));
  tools_.push_back(std::make_unique<RangeTool>(app));
  tools_.push_back(std::make_unique<WipeTool>(app));
  tools_.push_back(std::make_unique<RealXrayTool>(app));
  tools_.push_back(std::make_unique<CompareTool>(app));
  tools_.push_back(std::make_unique<PanTool>(app.document));
  tools_.push_back(std::make_unique<WindowLevelTool>(app.document));
  connect(&app.engine, &Engine::result_changed, this, &XrayView::refresh);
  connect(&app.engine, &Engine::before_changed, this, &XrayView::refresh);
  connect(&app.engine, &Engine::body_changed, this, &XrayView::refresh);
  connect(&app.document, &Document::changed, this, &XrayView::follow_document);
  connect(&app.selection, &Selection::changed, this, &XrayView::refresh);
}

XrayGeometry XrayView::geometry_now() const {
  return {app_.engine.frame(), size(), app_.document.session().view.xray};
}

void XrayView::follow_document() {
  for (const auto& tool : tools_) tool->follow();
  refresh();
}

void XrayView::refresh() {
  const bool compared = app_.selection.peeking() ||
                        app_.document.session().view.comparison.mode != session::ComparisonMode::kOff;
  if (compared) app_.engine.want_before();
  tell_place();
  update();
}

PictureSource XrayView::picture() const {
  const session::View& view = app_.document.session().view;
  const auto [now, before] = shown_xrays(app_);
  PictureSource source{now, nullptr, view.window_level, view.comparison};
  if (!before) return source;
  if (app_.selection.peeking()) {
    source.now = before;
  } else if (view.comparison.mode != session::ComparisonMode::kOff) {
    source.before = before;
  }
  return source;
}

void XrayView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), Qt::black);
  const PictureSource source = picture();
  if (!source.now) return;
  const XrayGeometry geometry = geometry_now();
  picture_.paint(painter, source, geometry, devicePixelRatioF());
  const double mm_per_px = app_.engine.body()->surface->placement.mm_per_px();
  QRectF pane = rect();
  if (comparison_bar_->isVisible()) pane.setTop(comparison_bar_->geometry().bottom() + 1);
  const bool rulers = extras_ == Extras::kShown;
  const QRectF free =
      pane.adjusted(rulers ? RulerLayer::kBreadth : 0, 0, 0,
                    -(rulers ? RulerLayer::kHeight : 0) - NoticeLayer::height(painter.font()));
  for (const auto& layer : layers_) {
    painter.save();
    layer->paint({painter, geometry, pane, free, mm_per_px});
    painter.restore();
  }
}

void XrayView::resizeEvent(QResizeEvent*) {
  comparison_bar_->setGeometry(0, 0, width(), comparison_bar_->sizeHint().height());
}

void XrayView::release_tool() {
  if (active_ == nullptr) return;
  Tool* tool = std::exchange(active_, nullptr);
  tool->release();
}

void XrayView::show_cursor(QPointF at) {
  const XrayGeometry geometry = geometry_now();
  for (const auto& tool : tools_)
    if (const auto shape = tool->cursor(at, geometry)) return setCursor(*shape);
  unsetCursor();
}

bool XrayView::event(QEvent* event) {
  return touch_.read(*event) || QWidget::event(event);
}

void XrayView::withdraw_finger() {
  if (app_.document.previewing()) app_.document.undo();
  release_tool();
}

void XrayView::two_fingers(const TwoFingers& now) {
  pan_by(app_.document, geometry_now(), now.moved);
  zoom_at(app_.document, geometry_now(), now.middle, now.spread);
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
    show_cursor(event->position());
  }
  mouse_ = event->position();
  tell_place();
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

void XrayView::keyReleaseEvent(QKeyEvent* event) {
  for (const auto& tool : tools_) tool->key_released(*event);
  QWidget::keyReleaseEvent(event);
}

void XrayView::focusOutEvent(QFocusEvent* event) {
  for (const auto& tool : tools_) tool->lose_keys();
  QWidget::focusOutEvent(event);
}

void XrayView::leaveEvent(QEvent*) {
  for (const auto& tool : tools_) tool->leave();
  mouse_.reset();
  tell_place();
}

/// Tab walks the markers that are shown and leaves the pane after the last.
bool XrayView::focusNextPrevChild(bool next) {
  int marker = app_.selection.selected();
  do {
    marker += next ? 1 : -1;
  } while (marker >= 0 && marker < kMarkerCount && !session::is_shown(app_.document.session().view, marker));
  if (!hasFocus() || !app_.engine.result() || marker < 0 || marker >= kMarkerCount)
    return QWidget::focusNextPrevChild(next);
  app_.selection.select(marker);
  return true;
}

/// Also when the picture under the resting mouse has become another.
void XrayView::tell_place() {
  Q_EMIT pointed_at(mouse_ ? place_text(*mouse_) : QString());
}

QString XrayView::place_text(QPointF at) const {
  const PictureSource shown = picture();
  const XrayGeometry now = geometry_now();
  const Pixel pixel = now.to_pixel(at);
  if (!shown.now) return {};
  const geometry::CanonicalFrame& frame = shown.now->frame;
  const Pixel shown_pixel = geometry::same_place(pixel, now.frame(), frame);
  const int row = static_cast<int>(std::lround(shown_pixel.row)),
            column = static_cast<int>(std::lround(shown_pixel.column));
  if (row < 0 || column < 0 || row >= frame.rows || column >= frame.columns) return {};
  const Vec3 place = app_.engine.body()->surface->placement.to_patient(pixel, 0);
  const auto value = [&](const imaging::XrayImage& xray) {
    const auto n = static_cast<std::size_t>(row) * static_cast<std::size_t>(xray.frame.columns) +
                   static_cast<std::size_t>(column);
    return number_text(xray.pixels[n] * imaging::kXrayFullScale, 2);
  };
  const QString text = tr("left %1 mm, height %2 mm, attenuation %3")
                           .arg(number_text(place.x, 0), number_text(place.z, 0), value(*shown.now));
  return shown.before ? tr("%1, before %2").arg(text, value(*shown.before)) : text;
}

}  // namespace skiagraph::ui
