#include "core/bodies/built_in_person.h"

#include "core/bodies/body_shape.h"
#include "core/bodies/skin_mesh.h"

namespace skiagraph::bodies {

geometry::TriangleMesh built_in_person() {
  constexpr double kSpacing = 7;
  constexpr int kHalf = 53;
  ScalarGrid grid{2 * kHalf + 1, 49, 258, {kSpacing, kSpacing, kSpacing}, {-kHalf * kSpacing, -200, -20}, {}};
  grid.values.resize(static_cast<std::size_t>(grid.nx) * grid.ny * grid.nz);
  auto row = grid.values.begin();
  for (int k = 0; k < grid.nz; ++k) {
    const BodySlice slice(grid.origin_mm.z + k * kSpacing);
    for (int j = 0; j < grid.ny; ++j, row += grid.nx)
      for (int i = 0; i <= kHalf; ++i)
        row[kHalf - i] = row[kHalf + i] =
            static_cast<float>(slice.depth(i * kSpacing, grid.origin_mm.y + j * kSpacing));
  }
  return surface_nets(grid, 0.0F);
}

}  // namespace skiagraph::bodies
