#pragma once

#include <array>
#include <cstddef>
#include <filesystem>

#include "core/base/vector.h"

namespace skiagraph::io {

/// How the voxels of a file lie in the patient frame, axis by axis: x, y, z.
struct VoxelAxes {
  std::array<int, 3> size{};
  Vec3 spacing_mm, origin_mm;            ///< origin: centre of the voxel with the smallest x, y, z
  std::ptrdiff_t first = 0;              ///< index of that voxel in the file
  std::array<std::ptrdiff_t, 3> step{};  ///< from one voxel to the next along x, y, z

  /// Whether the file has its voxels in the patient's order.
  [[nodiscard]] bool in_order() const {
    return first == 0 &&
           step == std::array<std::ptrdiff_t, 3>{1, size[0], static_cast<std::ptrdiff_t>(size[0]) * size[1]};
  }
  /// Calls take(index in the file) for every voxel, x fastest.
  template <typename Take>
  void for_each(Take take) const {
    for (int k = 0; k < size[2]; ++k)
      for (int j = 0; j < size[1]; ++j)
        for (int i = 0; i < size[0]; ++i) take(first + i * step[0] + j * step[1] + k * step[2]);
  }
};

/// Rows x, y, z; columns: the patient's millimetres for one step along each axis of the file, and the place
/// of its voxel (0, 0, 0).
using VoxelMatrix = std::array<std::array<double, 4>, 3>;

/// Throws InputError, one sentence naming `path`, when the file's axes are not parallel to the patient's or
/// its voxels have a size that no scanner makes, so that whoever resamples can rely on it.
VoxelAxes voxel_axes(const VoxelMatrix& voxel_to_patient, const std::array<int, 3>& file_size,
                     const std::filesystem::path& path);

}  // namespace skiagraph::io
