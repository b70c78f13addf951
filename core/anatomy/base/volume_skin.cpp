#include "core/anatomy/base/volume_skin.h"

#include <algorithm>
#include <cmath>

#include "core/anatomy/base/slice_interpolation.h"
#include "core/bodies/skin_mesh.h"
#include "core/bodies/voxelised_mesh.h"

namespace skiagraph::anatomy {
geometry::TriangleMesh volume_skin(const bodies::LabelVolume& volume) {
  LabelKinds body;
  body.fill(1);
  body[0] = 0;
  const long factor =
      std::max(1L, std::lround(volume.spacing_mm.z / std::sqrt(volume.spacing_mm.x * volume.spacing_mm.y)));
  const bodies::LabelVolume fine = interpolate_slices(volume, static_cast<int>(factor), body);
  // Air all round closes the surface where the body reaches the volume's border.
  constexpr int kAir = 2;
  bodies::ScalarGrid grid{fine.nx + 2 * kAir,
                          fine.ny + 2 * kAir,
                          fine.nz + 2 * kAir,
                          fine.spacing_mm,
                          fine.position(-kAir, -kAir, -kAir),
                          {}};
  const std::size_t row = grid.nx, slice = row * grid.ny;
  grid.values.resize(slice * grid.nz);
  for (int k = 0; k < fine.nz; ++k)
    for (int j = 0; j < fine.ny; ++j)
      for (int i = 0; i < fine.nx; ++i)
        if (fine.at(i, j, k) != 0) grid.values[(k + kAir) * slice + (j + kAir) * row + i + kAir] = 1;
  // Voxels of 0 and 1 alone would give a surface of steps.
  bodies::smooth(grid);
  return bodies::surface_nets(grid, 0.5F);
}

}  // namespace skiagraph::anatomy
