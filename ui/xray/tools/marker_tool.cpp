#include "ui/xray/tools/marker_tool.h"

#include <QCoreApplication>
#include <QLineF>
#include <algorithm>
#include <cmath>

#include "ui/app/edits.h"
#include "ui/app/touch.h"
#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("MarkerTool", text);
}

/// For a way of `mm` along the longer axis; right on the screen is the patient's left.
QString move_pattern(Pixel mm) {
  if (std::max(std::abs(mm.row), std::abs(mm.column)) < 0.5) return translated("Move %1");
  if (std::abs(mm.row) >= std::abs(mm.column))
    return mm.row > 0 ? translated("Move %1 %2 mm down") : translated("Move %1 %2 mm up");
  return mm.column > 0 ? translated("Move %1 %2 mm to the patient's left")
                       : translated("Move %1 %2 mm to the patient's right");
}

}  // namespace

QString marker_move_text(const App& app, int marker, Pixel from, Pixel to) {
  const Pixel mm = (to - from) * app.engine.body()->surface->placement.mm_per_px();
  const QString text = move_pattern(mm).arg(marker_label(marker));
  const double way = std::max(std::abs(mm.row), std::abs(mm.column));
  return way < 0.5 ? text : text.arg(number_text(way, 0));
}

Pixel inside(Pixel place, const geometry::CanonicalFrame& frame) {
  return {std::clamp(place.row, 0.0, frame.rows - 1.0), std::clamp(place.column, 0.0, frame.columns - 1.0)};
}

int MarkerTool::marker_at(QPointF at, const XrayGeometry& geometry, double reach) const {
  int nearest = Selection::kNone;
  double least = reach;
  if (!app_.engine.result()) return nearest;
  const auto markers = shown_markers(app_.document.session(), *app_.engine.result());
  for (int n = 0; n < kMarkerCount; ++n) {
    if (!session::is_shown(app_.document.session().view, n)) continue;
    const double distance =
        QLineF(at, geometry.to_pane(markers[static_cast<std::size_t>(n)].position)).length();
    if (distance < least) least = distance, nearest = n;
  }
  return nearest;
}

bool MarkerTool::press(const QMouseEvent& event, const XrayGeometry& geometry) {
  if (event.button() != Qt::LeftButton) return false;
  dragged_ = marker_at(event.position(), geometry, reach_of(event, kReach));
  app_.selection.select(dragged_);
  if (dragged_ == Selection::kNone || !may_move(app_, dragged_)) return false;
  from_ = place_of(dragged_);
  grip_ = from_ - geometry.to_pixel(event.position());
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
  if (!app_.document.previewing(drag_)) return;
  const auto& pin = app_.document.session().pins[static_cast<std::size_t>(dragged_)];
  app_.document.commit(drag_, marker_move_text(app_, dragged_, from_, pin.value_or(from_)));
}

void MarkerTool::hover(QPointF at, const XrayGeometry& geometry) {
  app_.selection.hover(marker_at(at, geometry));
}

bool MarkerTool::key(const QKeyEvent& event) {
  switch (event.key()) {
    case Qt::Key_Escape:
      if (!app_.document.previewing(drag_)) return false;
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

std::optional<Qt::CursorShape> MarkerTool::cursor(QPointF at, const XrayGeometry& geometry) const {
  const int marker = marker_at(at, geometry);
  if (marker == Selection::kNone) return std::nullopt;
  const bool locked = app_.document.session().locks[static_cast<std::size_t>(marker)];
  return locked ? Qt::ForbiddenCursor : Qt::OpenHandCursor;
}

Pixel MarkerTool::place_of(int marker) const {
  return shown_markers(app_.document.session(), *app_.engine.result())[static_cast<std::size_t>(marker)]
      .position;
}

void MarkerTool::nudge(const QKeyEvent& event, Pixel direction) {
  const int marker = app_.selection.selected();
  const auto& result = app_.engine.result();
  if (marker == Selection::kNone || !result) return;
  if (!session::is_shown(app_.document.session().view, marker) || !may_move(app_, marker)) return;
  const double mm = event.modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
  const auto n = static_cast<std::size_t>(marker);
  const Pixel from = place_of(marker);
  if (!event.isAutoRepeat()) {
    ++key_presses_;
    from_ = from;
  }
  const Pixel to = inside(from + direction * (mm / app_.engine.body()->surface->placement.mm_per_px()),
                          app_.engine.frame());
  app_.document.edit(
      marker_move_text(app_, marker, from_, to), [&](session::Session& session) { session.pins[n] = to; },
      QStringLiteral("key %1").arg(key_presses_));
}

}  // namespace skiagraph::ui
