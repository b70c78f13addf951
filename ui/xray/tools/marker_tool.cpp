#include "ui/xray/tools/marker_tool.h"

#include <QCoreApplication>
#include <QLineF>
#include <algorithm>

#include "ui/text/marker_text.h"

namespace skiagraph::ui {
namespace {

Pixel inside(Pixel place, const geometry::CanonicalFrame& frame) {
  return {std::clamp(place.row, 0.0, frame.rows - 1.0), std::clamp(place.column, 0.0, frame.columns - 1.0)};
}

QString move_text(int marker) {
  return QCoreApplication::translate("MarkerTool", "Move %1").arg(marker_label(marker));
}

}  // namespace

int MarkerTool::marker_at(QPointF at, const XrayGeometry& geometry) const {
  constexpr double kReach = 12;
  int nearest = Selection::kNone;
  double least = kReach;
  if (!app_.engine.result()) return nearest;
  const auto markers = shown_markers(app_.document.session(), *app_.engine.result());
  for (int n = 0; n < kMarkerCount; ++n) {
    const double distance =
        QLineF(at, geometry.to_pane(markers[static_cast<std::size_t>(n)].position)).length();
    if (distance < least) least = distance, nearest = n;
  }
  return nearest;
}

bool MarkerTool::press(const QMouseEvent& event, const XrayGeometry& geometry) {
  if (event.button() != Qt::LeftButton) return false;
  dragged_ = marker_at(event.position(), geometry);
  app_.selection.select(dragged_);
  if (dragged_ == Selection::kNone) return false;
  const auto markers = shown_markers(app_.document.session(), *app_.engine.result());
  grip_ = markers[static_cast<std::size_t>(dragged_)].position - geometry.to_pixel(event.position());
  drag_ = app_.document.begin_preview();
  app_.selection.drag(dragged_);
  return true;
}

/// Undo and other edits end the drag, whatever the hand does.
void MarkerTool::follow() {
  if (!app_.document.previewing(drag_)) app_.selection.drag(Selection::kNone);
}

void MarkerTool::move(const QMouseEvent& event, const XrayGeometry& geometry) {
  if (!app_.document.previewing(drag_)) return;
  const Pixel place = inside(geometry.to_pixel(event.position()) + grip_, app_.engine.frame());
  app_.document.preview(
      drag_, [&](session::Session& session) { session.pins[static_cast<std::size_t>(dragged_)] = place; });
}

void MarkerTool::release() {
  app_.document.commit(drag_, move_text(dragged_));
}

void MarkerTool::hover(QPointF at, const XrayGeometry& geometry) {
  app_.selection.hover(marker_at(at, geometry));
}

bool MarkerTool::key(const QKeyEvent& event) {
  switch (event.key()) {
    case Qt::Key_Escape:
      app_.document.cancel(drag_);
      return true;
    case Qt::Key_Left:
      nudge(event, {0, -1});
      return true;
    case Qt::Key_Right:
      nudge(event, {0, 1});
      return true;
    case Qt::Key_Up:
      nudge(event, {-1, 0});
      return true;
    case Qt::Key_Down:
      nudge(event, {1, 0});
      return true;
    default:
      return false;
  }
}

void MarkerTool::nudge(const QKeyEvent& event, Pixel direction) {
  const int marker = app_.selection.selected();
  const auto& result = app_.engine.result();
  if (marker == Selection::kNone || !result) return;
  if (!event.isAutoRepeat()) ++key_presses_;
  const double mm = event.modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
  const auto n = static_cast<std::size_t>(marker);
  const Pixel from = shown_markers(app_.document.session(), *result)[n].position;
  const Pixel to = inside(from + direction * (mm / app_.engine.body()->surface->placement.mm_per_px()),
                          app_.engine.frame());
  app_.document.edit(
      move_text(marker), [&](session::Session& session) { session.pins[n] = to; },
      QStringLiteral("key %1").arg(key_presses_));
}

}  // namespace skiagraph::ui
