#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/vector.h"

namespace skiagraph::bodies {

/// One organ label per voxel in the patient frame: index (i, j, k) runs along +x (left), +y (back), +z
/// (head), i fastest. Label 0 is air outside the body.
struct LabelVolume {
  int nx = 0, ny = 0, nz = 0;
  Vec3 spacing_mm{1, 1, 1};
  Vec3 origin_mm;  ///< centre of voxel (0, 0, 0)
  std::vector<std::uint8_t> labels;

  [[nodiscard]] std::size_t index(int i, int j, int k) const {
    return (static_cast<std::size_t>(k) * ny + j) * nx + i;
  }
  [[nodiscard]] std::uint8_t at(int i, int j, int k) const { return labels[index(i, j, k)]; }
  [[nodiscard]] Vec3 position(double i, double j, double k) const {
    return {origin_mm.x + i * spacing_mm.x, origin_mm.y + j * spacing_mm.y, origin_mm.z + k * spacing_mm.z};
  }
};

}  // namespace skiagraph::bodies
