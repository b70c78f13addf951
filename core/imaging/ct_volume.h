#pragma once

#include <cstddef>
#include <vector>

#include "core/base/remark.h"
#include "core/base/vector.h"

namespace skiagraph::imaging {

/// Real CT in the patient frame: index (i, j, k) runs along +x (left), +y (back), +z (head), i fastest.
struct CtVolume {
  /// In place of a value outside of the scanner's field of view, where nothing is known.
  static constexpr float kOutside = -3000;

  int nx = 0, ny = 0, nz = 0;
  Vec3 spacing_mm{1, 1, 1};
  Vec3 origin_mm;                 ///< centre of voxel (0, 0, 0)
  std::vector<float> hounsfield;  ///< at least -1000, or kOutside
  std::vector<Remark> remarks;    ///< what was repaired or left out while reading

  [[nodiscard]] std::size_t index(int i, int j, int k) const {
    return (static_cast<std::size_t>(k) * ny + j) * nx + i;
  }
  [[nodiscard]] float at(int i, int j, int k) const { return hounsfield[index(i, j, k)]; }
};

}  // namespace skiagraph::imaging
