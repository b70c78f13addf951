#pragma once

#include <algorithm>
#include <vector>

#include "core/base/random.h"
#include "core/base/vector.h"

namespace skiagraph {

/// Evenly spread over a box.
inline std::vector<Vec3> random_points(Vec3 low, Vec3 high, int count, RandomStream& random) {
  std::vector<Vec3> points(static_cast<std::size_t>(count));
  for (Vec3& p : points)
    p = {random.uniform(low.x, high.x), random.uniform(low.y, high.y), random.uniform(low.z, high.z)};
  return points;
}

/// Greatest distance that `map` moves any of the points.
template <typename Map>
double farthest(const std::vector<Vec3>& points, Map map) {
  double distance = 0;
  for (const Vec3 p : points) distance = std::max(distance, norm(map(p) - p));
  return distance;
}

/// How much larger `map` makes the surroundings of p, by differences over `step` mm.
template <typename Map>
double volume_ratio(Vec3 p, double step, Map map) {
  const auto column = [&](Vec3 d) { return (map(p + d) - map(p - d)) * (0.5 / step); };
  return dot(cross(column({step, 0, 0}), column({0, step, 0})), column({0, 0, step}));
}

}  // namespace skiagraph
