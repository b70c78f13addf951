#include "core/scan_range/proposal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace skiagraph::scan_range {
namespace {

constexpr double kUp = 1, kDown = -1;

/// direction: of the end seen from the middle, kUp or kDown.
std::optional<RangeEnd> outermost(const EndRule& rule, const Heights& heights, double direction) {
  std::optional<RangeEnd> end;
  for (const Marker marker : rule.markers) {
    const auto& height = heights[static_cast<std::size_t>(marker)];
    if (!height) return std::nullopt;
    const double z = height->z_mm + direction * (height->margin_mm + rule.beyond_mm);
    if (!end || direction * (z - end->z_mm) > 0) end = RangeEnd{z, height->margin_mm, marker};
  }
  return end;
}

}  // namespace

std::optional<RangeEnd> top_of(Region region, const Heights& heights, std::optional<double> head_top_mm) {
  const EndRule& rule = info(region).top;
  if (!rule.markers.empty()) return outermost(rule, heights, kUp);
  if (!head_top_mm) return std::nullopt;
  // No head is longer; what is higher are raised hands.
  constexpr double kLongestHeadMm = 340;
  const auto& neck = heights[static_cast<std::size_t>(Marker::kNeck)];
  const double highest = neck ? std::min(*head_top_mm, neck->z_mm + kLongestHeadMm) : *head_top_mm;
  return RangeEnd{highest + rule.beyond_mm, 0, std::nullopt};
}

std::optional<RangeEnd> bottom_of(Region region, const Heights& heights) {
  return outermost(info(region).bottom, heights, kDown);
}

double head_top(const geometry::TriangleMesh& mesh, Vec3 neck) {
  constexpr double kHalfHeadMm = 60;
  double top = neck.z;
  for (const Vec3& vertex : mesh.vertices)
    if (std::abs(vertex.x - neck.x) < kHalfHeadMm) top = std::max(top, vertex.z);
  return top;
}

Sides sides_between(const geometry::SurfaceImage& surface, double top_mm, double bottom_mm) {
  constexpr double kRoomMm = 10, kLeastHalfMm = 100;
  const geometry::CanonicalPlacement& placement = surface.placement;
  const geometry::CanonicalFrame& frame = placement.frame();
  const auto row_at = [&](double z) {
    const double x = placement.to_patient({frame.neck_row, frame.centre_column}, 0).x;
    const double row = placement.to_pixel({x, 0, z}).row;
    return static_cast<int>(std::lround(std::clamp(row, 0.0, frame.rows - 1.0)));
  };
  const int centre = static_cast<int>(std::lround(frame.centre_column));
  const Vec3 middle =
      placement.to_patient({(frame.neck_row + frame.symphysis_row) / 2, frame.centre_column}, 0);
  Sides sides{middle.x - kLeastHalfMm, middle.x + kLeastHalfMm};
  for (int row = row_at(top_mm); row <= row_at(bottom_mm); ++row)
    for (const int direction : {-1, 1}) {
      int column = centre;
      while (column >= 0 && column < frame.columns && surface.inside(row, column)) column += direction;
      const double x = placement.to_patient({static_cast<double>(row), static_cast<double>(column)}, 0).x;
      if (direction < 0) sides.right_mm = std::min(sides.right_mm, x - kRoomMm);
      if (direction > 0) sides.left_mm = std::max(sides.left_mm, x + kRoomMm);
    }
  return sides;
}

Proposal propose(Region region, const Heights& heights, double head_top_mm,
                 const geometry::SurfaceImage& surface) {
  Proposal proposal;
  proposal.top = top_of(region, heights, head_top_mm).value_or(RangeEnd{});
  proposal.bottom = bottom_of(region, heights).value_or(RangeEnd{});
  proposal.sides = sides_between(surface, proposal.top.z_mm, proposal.bottom.z_mm);
  return proposal;
}

}  // namespace skiagraph::scan_range
