#include "ui/xray/tools/view_tools.h"

#include <algorithm>

namespace skiagraph::ui {

bool PanTool::press(const QMouseEvent& event, const XrayGeometry&) {
  last_ = event.position();
  return event.button() == Qt::MiddleButton;
}

void PanTool::move(const QMouseEvent& event, const XrayGeometry& geometry) {
  const QPointF moved = event.position() - last_;
  last_ = event.position();
  pan_by(document_, geometry, moved);
}

bool WindowLevelTool::press(const QMouseEvent& event, const XrayGeometry&) {
  last_ = event.position();
  return event.button() == Qt::RightButton;
}

void WindowLevelTool::move(const QMouseEvent& event, const XrayGeometry&) {
  constexpr double kPerPixel = 1.0 / 400, kNarrowest = 0.02, kWidest = 2;
  const QPointF moved = event.position() - last_;
  last_ = event.position();
  document_.set_view([&](session::View& view) {
    imaging::WindowLevel& shown = view.window_level;
    shown.width = std::clamp(shown.width + moved.x() * kPerPixel, kNarrowest, kWidest);
    shown.level = std::clamp(shown.level + moved.y() * kPerPixel, 0.0, 1.0);
  });
}

void pan_by(Document& document, const XrayGeometry& geometry, QPointF way) {
  session::XrayViewport viewport = geometry.viewport();
  viewport.centre = viewport.centre - Pixel{way.y(), way.x()} * (1 / viewport.zoom);
  document.set_view([&](session::View& view) { view.xray = viewport; });
}

void zoom_at(Document& document, const XrayGeometry& geometry, QPointF at, double factor) {
  constexpr double kLeast = 0.5, kMost = 60;
  session::XrayViewport viewport = geometry.viewport();
  const Pixel fixed = geometry.to_pixel(at);
  const double zoom = std::clamp(viewport.zoom * factor, kLeast, kMost);
  viewport.centre = fixed + (viewport.centre - fixed) * (viewport.zoom / zoom);
  viewport.zoom = zoom;
  document.set_view([&](session::View& view) { view.xray = viewport; });
}

}  // namespace skiagraph::ui
