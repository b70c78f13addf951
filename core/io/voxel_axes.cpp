#include "core/io/voxel_axes.h"

#include <cmath>

namespace skiagraph::io {

std::optional<VoxelAxes> voxel_axes(const VoxelMatrix& voxel_to_patient,
                                    const std::array<int, 3>& file_size) {
  constexpr double kParallel = 0.999;
  const std::array<std::ptrdiff_t, 3> stride{1, file_size[0],
                                             static_cast<std::ptrdiff_t>(file_size[0]) * file_size[1]};
  VoxelAxes axes;
  std::array<double, 3> spacing{}, origin{};
  for (int axis = 0; axis < 3; ++axis) {
    int file_axis = -1;
    for (int column = 0; column < 3; ++column) {
      const double length =
          std::hypot(voxel_to_patient[0][column], voxel_to_patient[1][column], voxel_to_patient[2][column]);
      if (length > 0 && std::abs(voxel_to_patient[axis][column]) > kParallel * length) {
        file_axis = column;
        spacing[axis] = length;
      }
    }
    if (file_axis < 0) return std::nullopt;
    const bool reversed = voxel_to_patient[axis][file_axis] < 0;
    const int last = file_size[file_axis] - 1;
    axes.size[axis] = file_size[file_axis];
    axes.step[axis] = reversed ? -stride[file_axis] : stride[file_axis];
    if (reversed) axes.first += last * stride[file_axis];
    origin[axis] = voxel_to_patient[axis][3] - (reversed ? last * spacing[axis] : 0);
  }
  axes.spacing_mm = {spacing[0], spacing[1], spacing[2]};
  axes.origin_mm = {origin[0], origin[1], origin[2]};
  return axes;
}

}  // namespace skiagraph::io
