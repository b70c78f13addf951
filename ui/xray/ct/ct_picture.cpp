#include "ui/xray/ct/ct_picture.h"

#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/xray/ct/ct_image.h"
#include "ui/xray/ct/true_xray.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {

CtPicture::CtPicture(const App& app, const QWidget& beside, QWidget* parent)
    : QWidget(parent), app_(app), beside_(beside), pan_(app.document), window_level_(app.document) {
  setObjectName("ct_picture");
  setAccessibleName(tr("True X-ray"));
  setMinimumWidth(200);
  setAttribute(Qt::WA_OpaquePaintEvent);
  connect(&app.engine, &Engine::body_changed, this, &CtPicture::refresh);
  connect(&app.engine, &Engine::result_changed, this, &CtPicture::refresh);
  connect(&app.document, &Document::changed, this, [this](const session::Session& before) {
    if (before.view != app_.document.session().view) refresh(), update();
  });
  refresh();
}

void CtPicture::refresh() {
  const TrueXray truth = true_xray(app_);
  const imaging::WindowLevel& window_level = app_.document.session().view.window_level;
  const bool same = truth.xray == truth_ && window_level == shown_;
  if (same) return;
  truth_ = truth.xray, shown_ = window_level;
  image_ = truth_ ? ct_image(*truth_, window_level) : QImage();
  update();
}

/// Both panes show a body equally large, also where this one is narrower.
XrayGeometry CtPicture::geometry_now() const {
  const auto& viewport = app_.document.session().view.xray;
  return {app_.engine.frame(), size(),
          XrayGeometry(app_.engine.frame(), beside_.size(), viewport).viewport()};
}

void CtPicture::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), QColor(30, 33, 38));
  if (image_.isNull()) return;
  paint_over_hatch(painter, geometry_now().picture(), image_);
  paint_text(
      painter, {16, 24},
      true_xray(app_).partial ? tr("Real; hatched: not seen") : tr("From the CT; hatched: not covered"),
      Qt::white);
}

void CtPicture::mousePressEvent(QMouseEvent* event) {
  for (Tool* tool : std::initializer_list<Tool*>{&pan_, &window_level_})
    if (active_ == nullptr && tool->press(*event, geometry_now())) active_ = tool;
}

void CtPicture::mouseMoveEvent(QMouseEvent* event) {
  if (active_ != nullptr) active_->move(*event, geometry_now());
}

void CtPicture::mouseReleaseEvent(QMouseEvent* event) {
  if (event->buttons() == Qt::NoButton) active_ = nullptr;
}

void CtPicture::mouseDoubleClickEvent(QMouseEvent*) {
  app_.document.set_view([](session::View& view) { view.xray.reset(); });
}

void CtPicture::wheelEvent(QWheelEvent* event) {
  const double factor = std::clamp(std::pow(1.0015, event->angleDelta().y()), 0.2, 5.0);
  if (event->angleDelta().y() != 0) zoom_at(app_.document, geometry_now(), event->position(), factor);
  event->accept();
}

}  // namespace skiagraph::ui
