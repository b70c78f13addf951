#include "core/anatomy/volume_skin.h"

#include <algorithm>
#include <cmath>

#include "core/anatomy/skin_mesh.h"
#include "core/anatomy/slice_interpolation.h"

namespace skiagraph {

TriangleMesh volume_skin(const LabelVolume& volume) {
  LabelKinds body;
  body.fill(1);
  body[0] = 0;
  const long factor = std::max(1L, std::lround(volume.spacing_mm.z / volume.spacing_mm.x));
  const LabelVolume fine = interpolate_slices(volume, static_cast<int>(factor), body);
  // A layer of air all round closes the surface where the body reaches the volume's border.
  ScalarGrid grid{fine.nx + 2, fine.ny + 2, fine.nz + 2, fine.spacing_mm, fine.position(-1, -1, -1), {}};
  grid.values.resize(static_cast<std::size_t>(grid.nx) * grid.ny * grid.nz);
  for (int k = 0; k < fine.nz; ++k)
    for (int j = 0; j < fine.ny; ++j)
      for (int i = 0; i < fine.nx; ++i)
        if (fine.at(i, j, k) != 0)
          grid.values[(static_cast<std::size_t>(k + 1) * grid.ny + j + 1) * grid.nx + i + 1] = 1;
  return surface_nets(grid, 0.5F);
}

}  // namespace skiagraph
