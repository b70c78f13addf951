#include "ui/xray/tools/real_xray_tool.h"

#include <QCoreApplication>

#include "ui/app/xray_edits.h"
#include "ui/xray/layers/real_xray_layer.h"

namespace skiagraph::ui {

Vec3 RealXrayTool::place(QPointF at, const XrayGeometry& geometry) const {
  return app_.engine.body()->surface->placement.to_patient(geometry.to_pixel(at), 0);
}

bool RealXrayTool::on_frame(QPointF at, const XrayGeometry& geometry) const {
  constexpr double kReach = 7;
  const auto frame = real_xray_frame(app_, geometry);
  if (!frame) return false;
  const QRectF place = frame->boundingRect();
  return place.adjusted(-kReach, -kReach, kReach, kReach).contains(at) &&
         !place.adjusted(kReach, kReach, -kReach, -kReach).contains(at);
}

bool RealXrayTool::press(const QMouseEvent& event, const XrayGeometry& geometry) {
  if (event.button() != Qt::LeftButton || !on_frame(event.position(), geometry)) return false;
  start_ = xray_place(app_)->centre;
  pressed_ = place(event.position(), geometry);
  drag_ = app_.document.begin_preview();
  return true;
}

void RealXrayTool::move(const QMouseEvent& event, const XrayGeometry& geometry) {
  if (!app_.document.previewing(drag_)) return;
  Vec3 to = start_ + place(event.position(), geometry) - pressed_;
  to.y = 0;
  app_.document.preview(drag_, [&](session::Session& session) {
    if (session.partial_xray) session.partial_xray->place = to;
  });
}

void RealXrayTool::release() {
  if (app_.document.previewing(drag_))
    app_.document.commit(drag_, QCoreApplication::translate("Completion", "Move the real X-ray"));
}

bool RealXrayTool::key(const QKeyEvent& event) {
  if (event.key() != Qt::Key_Escape || !app_.document.previewing(drag_)) return false;
  app_.document.cancel(drag_);
  return true;
}

std::optional<Qt::CursorShape> RealXrayTool::cursor(QPointF at, const XrayGeometry& geometry) const {
  if (!on_frame(at, geometry)) return std::nullopt;
  return Qt::SizeAllCursor;
}

}  // namespace skiagraph::ui
