#pragma once

#include <vector>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::bodies {

/// A scalar field on a regular grid in the patient frame, x fastest; inside is above `level`.
struct ScalarGrid {
  int nx = 0, ny = 0, nz = 0;
  Vec3 spacing_mm;
  Vec3 origin_mm;
  std::vector<float> values;

  [[nodiscard]] float at(int i, int j, int k) const {
    return values[(static_cast<std::size_t>(k) * ny + j) * nx + i];
  }
};

/// The surface where the field passes `level`, by naive surface nets (Gibson, "Constrained elastic surface
/// nets", MICCAI 1998): one vertex per cell that the surface crosses, at the mean of its edge crossings.
/// Triangles face outwards. The field must be below `level` on the border of the grid for a closed surface.
geometry::TriangleMesh surface_nets(const ScalarGrid& grid, float level);

}  // namespace skiagraph::bodies
