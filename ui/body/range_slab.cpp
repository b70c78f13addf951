#include "ui/body/range_slab.h"

#include <algorithm>
#include <cmath>

#include "core/geometry/extent.h"

namespace skiagraph::ui {

std::optional<RangeSlab> range_slab(const App& app) {
  constexpr double kRoomMm = 25;
  const auto range = shown_range(app);
  if (!range) return std::nullopt;
  const scan_range::Box& box = range->box;
  const geometry::SurfaceImage& surface = *app.engine.body()->surface;
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  const double torso = surface.placement.torso_mm();
  const auto inside = [](double pixel, int size) {
    return static_cast<int>(std::lround(std::clamp(pixel, 0.0, size - 1.0)));
  };
  const Pixel first = surface.placement.to_pixel({box.right_mm, 0, box.top_mm}),
              last = surface.placement.to_pixel({box.left_mm, 0, box.bottom_mm});
  geometry::Extent depth;
  for (int row = inside(first.row, frame.rows); row <= inside(last.row, frame.rows); ++row)
    for (int column = inside(first.column, frame.columns); column <= inside(last.column, frame.columns);
         ++column) {
      if (!surface.inside(row, column)) continue;
      const auto n = static_cast<std::size_t>(row) * static_cast<std::size_t>(frame.columns) +
                     static_cast<std::size_t>(column);
      const double front = surface.front_mm + surface.depth[n] * torso;
      depth.add(front);
      depth.add(front + surface.thickness[n] * torso);
    }
  if (depth.size() < 0) return std::nullopt;
  return RangeSlab{{box.right_mm, depth.low - kRoomMm, box.bottom_mm},
                   {box.left_mm, depth.high + kRoomMm, box.top_mm}};
}

}  // namespace skiagraph::ui
