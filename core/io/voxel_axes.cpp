#include "core/io/voxel_axes.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

/// The column of the matrix that is parallel to the patient's axis; -1 when none is.
int file_axis(const VoxelMatrix& matrix, int axis) {
  constexpr double kParallel = 0.999;
  for (int column = 0; column < 3; ++column) {
    const double length = std::hypot(matrix[0][column], matrix[1][column], matrix[2][column]);
    if (length > 0 && std::abs(matrix[axis][column]) > kParallel * length) return column;
  }
  return -1;
}

void check_spacing(const std::array<double, 3>& spacing, const std::filesystem::path& path) {
  constexpr double kLeastMm = 0.02, kMostMm = 50;
  if (std::ranges::all_of(spacing, [](double mm) { return mm >= kLeastMm && mm <= kMostMm; })) return;
  throw InputError("volume.voxel_size",
                   "\"{}\" has voxels of {} x {} x {} mm, which no scanner makes; correct its header.", path,
                   spacing[0], spacing[1], spacing[2]);
}

}  // namespace

VoxelAxes voxel_axes(const VoxelMatrix& voxel_to_patient, const std::array<int, 3>& file_size,
                     const std::filesystem::path& path) {
  const std::array<std::ptrdiff_t, 3> stride{1, file_size[0],
                                             static_cast<std::ptrdiff_t>(file_size[0]) * file_size[1]};
  VoxelAxes axes;
  std::array<double, 3> spacing{}, origin{};
  for (int axis = 0; axis < 3; ++axis) {
    const int column = file_axis(voxel_to_patient, axis);
    if (column < 0)
      throw InputError("volume.tilted",
                       "\"{}\" has slices that are tilted against the patient's axes; resample it first.",
                       path);
    spacing[axis] =
        std::hypot(voxel_to_patient[0][column], voxel_to_patient[1][column], voxel_to_patient[2][column]);
    const bool reversed = voxel_to_patient[axis][column] < 0;
    const int last = file_size[column] - 1;
    axes.size[axis] = file_size[column];
    axes.step[axis] = reversed ? -stride[column] : stride[column];
    if (reversed) axes.first += last * stride[column];
    origin[axis] = voxel_to_patient[axis][3] - (reversed ? last * spacing[axis] : 0);
  }
  check_spacing(spacing, path);
  if (!std::ranges::all_of(origin, [](double mm) { return std::isfinite(mm); }))
    throw InputError("volume.place", "\"{}\" does not say where its voxels lie.", path);
  axes.spacing_mm = {spacing[0], spacing[1], spacing[2]};
  axes.origin_mm = {origin[0], origin[1], origin[2]};
  return axes;
}

}  // namespace skiagraph::io
