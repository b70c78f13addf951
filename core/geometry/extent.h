#pragma once

#include <algorithm>
#include <limits>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// From the lowest to the highest of some values; low > high when there are none.
struct Extent {
  double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
  void add(double value) { low = std::min(low, value), high = std::max(high, value); }
  [[nodiscard]] double size() const { return high - low; }
};

/// Of all vertices along a direction.
inline Extent extent(const TriangleMesh& mesh, Vec3 direction) {
  Extent result;
  for (const Vec3& p : mesh.vertices) result.add(dot(p, direction));
  return result;
}

}  // namespace skiagraph::geometry
