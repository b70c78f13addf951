#include "ui/xray/tools/range_tool.h"

#include <algorithm>
#include <cmath>

#include "ui/app/touch.h"
#include "ui/text/range_text.h"

namespace skiagraph::ui {
namespace {

constexpr double kReach = 6;  // of the pane

double distance(const QLineF& line, QPointF at) {
  const QPointF along = line.p2() - line.p1();
  const double length = QPointF::dotProduct(along, along);
  const double share =
      length > 0 ? std::clamp(QPointF::dotProduct(at - line.p1(), along) / length, 0.0, 1.0) : 0;
  return QLineF(at, line.p1() + share * along).length();
}

double mm_per_pane_px(const App& app, const XrayGeometry& geometry) {
  return app.engine.body()->surface->placement.mm_per_px() / geometry.zoom();
}

}  // namespace

Vec3 RangeTool::place(QPointF at, const XrayGeometry& geometry) const {
  return app_.engine.body()->surface->placement.to_patient(geometry.to_pixel(at), 0);
}

/// Ends come before sides, where they meet.
std::optional<RangeTool::Grip> RangeTool::grip_at(QPointF at, const XrayGeometry& geometry,
                                                  double reach) const {
  const auto shape = range_shape(app_, geometry);
  if (!shape) return std::nullopt;
  std::optional<Grip> nearest;
  double least = reach;
  for (const scan_range::Line line : scan_range::kLines) {
    const double away = distance(shape->line(line), at);
    if (away < least) least = away, nearest = line;
  }
  if (nearest) return nearest;
  if (shape->tag.contains(at)) return WholeBox{};
  return std::nullopt;
}

bool RangeTool::press(const QMouseEvent& event, const XrayGeometry& geometry) {
  if (event.button() != Qt::LeftButton) return false;
  const auto grip = grip_at(event.position(), geometry, reach_of(event, kReach));
  if (!grip) return false;
  grip_ = *grip;
  start_ = shown_range(app_)->box;
  pressed_ = place(event.position(), geometry);
  drag_ = app_.document.begin_preview();
  return true;
}

double RangeTool::snapped(double z_mm, const XrayGeometry& geometry) const {
  const auto marker = marker_at_height(app_, z_mm, kReach * mm_per_pane_px(app_, geometry));
  if (!marker) return z_mm;
  const auto markers = shown_markers(app_.document.session(), *app_.engine.result());
  return app_.engine.body()
      ->surface->placement.to_patient(markers[static_cast<std::size_t>(*marker)].position, 0)
      .z;
}

void RangeTool::move(const QMouseEvent& event, const XrayGeometry& geometry) {
  if (!app_.document.previewing(drag_)) return;
  const Vec3 way = place(event.position(), geometry) - pressed_;
  if (const auto* line = std::get_if<scan_range::Line>(&grip_)) {
    move_line(*line, way, !event.modifiers().testFlag(Qt::AltModifier), geometry);
  } else {
    move_box(way);
  }
}

void RangeTool::move_line(scan_range::Line line, Vec3 way, bool snaps, const XrayGeometry& geometry) {
  const double start = scan_range::line_mm(start_, line);
  double to = scan_range::is_end(line) ? start + way.z : start + way.x;
  to = scan_range::is_end(line) && snaps ? snapped(to, geometry) : to;
  app_.document.preview(drag_, [&](session::Session& session) {
    if (session.scan_range) scan_range::move_line(*session.scan_range, start_, line, to);
  });
}

/// A small way sideways is the hand's, not what it wants.
void RangeTool::move_box(Vec3 way) {
  constexpr double kSlantShare = 0.2;
  if (std::abs(way.x) < kSlantShare * std::abs(way.z)) way.x = 0;
  if (std::abs(way.z) < kSlantShare * std::abs(way.x)) way.z = 0;
  app_.document.preview(drag_, [&](session::Session& session) {
    if (session.scan_range) scan_range::move_box(*session.scan_range, start_, way.z, way.x);
  });
}

void RangeTool::release() {
  if (!app_.document.previewing(drag_)) return;
  const auto now = shown_range(app_);
  if (!now) return app_.document.cancel(drag_);
  const auto* line = std::get_if<scan_range::Line>(&grip_);
  app_.document.commit(
      drag_,
      line != nullptr
          ? moved_line_text(*line, scan_range::line_mm(now->box, *line) - scan_range::line_mm(start_, *line))
          : moved_box_text(now->box.top_mm - start_.top_mm, now->box.left_mm - start_.left_mm));
}

bool RangeTool::key(const QKeyEvent& event) {
  if (event.key() != Qt::Key_Escape || !app_.document.previewing(drag_)) return false;
  app_.document.cancel(drag_);
  return true;
}

std::optional<Qt::CursorShape> RangeTool::cursor(QPointF at, const XrayGeometry& geometry) const {
  const auto grip = grip_at(at, geometry, kReach);
  if (!grip) return std::nullopt;
  const auto* line = std::get_if<scan_range::Line>(&*grip);
  if (line == nullptr) return Qt::SizeAllCursor;
  return scan_range::is_end(*line) ? Qt::SizeVerCursor : Qt::SizeHorCursor;
}

}  // namespace skiagraph::ui
