#include "core/io/voxel_axes.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

constexpr double kParallel = 0.999998;  // cosine of 0.1 degrees

double length_of(const VoxelMatrix& matrix, int column) {
  return std::hypot(matrix[0][column], matrix[1][column], matrix[2][column]);
}

/// The column of the matrix that is parallel to the patient's axis; -1 when none is.
int file_axis(const VoxelMatrix& matrix, int axis) {
  for (int column = 0; column < 3; ++column) {
    const double length = length_of(matrix, column);
    if (length > 0 && std::abs(matrix[axis][column]) > kParallel * length) return column;
  }
  return -1;
}

void check_spacing(const std::array<double, 3>& spacing, const std::filesystem::path& path) {
  constexpr double kLeastMm = 0.02, kMostMm = 50;
  if (std::ranges::all_of(spacing, [](double mm) { return mm >= kLeastMm && mm <= kMostMm; })) return;
  throw InputError("volume.voxel_size",
                   "\"{}\" has voxels of {} x {} x {} mm, which no scanner makes; give the right spacing "
                   "(--spacing X,Y,Z in mm).",
                   path, spacing[0], spacing[1], spacing[2]);
}

bool finite(const std::array<double, 3>& values) {
  return std::ranges::all_of(values, [](double v) { return std::isfinite(v); });
}

/// Unit vectors that span the space.
bool valid(const AxisDirections& directions) {
  constexpr double kLeastVolume = 0.2, kLengthError = 0.01;
  const auto vector = [](const std::array<double, 3>& v) { return Vec3{v[0], v[1], v[2]}; };
  const auto unit = [&](const auto& v) { return std::abs(norm(vector(v)) - 1) < kLengthError; };
  return std::ranges::all_of(directions, unit) &&
         std::abs(dot(cross(vector(directions[0]), vector(directions[1])), vector(directions[2]))) >
             kLeastVolume;
}

InputError no_place(const std::filesystem::path& path) {
  return InputError("volume.place", "The place of the voxels of \"{}\" is no number; save it again.", path);
}

}  // namespace

VoxelMatrix voxel_matrix(const FilePlace& place, const CtOptions& options,
                         const std::filesystem::path& path) {
  const auto& directions = options.axes ? options.axes : place.directions;
  const auto& spacing = options.spacing_mm ? options.spacing_mm : place.spacing_mm;
  if (!directions || !valid(*directions))
    throw InputError(
        "volume.axes",
        "\"{}\" does not say in which directions its axes run, so left, front and head are not "
        "known; give them (--axes, for example LPS when they run to the patient's left, back and "
        "head).",
        path);
  if (!spacing || !finite(*spacing))
    throw InputError("volume.spacing",
                     "\"{}\" does not say how large its voxels are; give their size (--spacing X,Y,Z in mm).",
                     path);
  if (!place.origin_mm && !options.axes)
    throw InputError("volume.place",
                     "\"{}\" does not say where its voxels lie; give the directions of its axes (--axes).",
                     path);
  if (place.origin_mm && !finite(*place.origin_mm)) throw no_place(path);
  check_spacing(*spacing, path);
  VoxelMatrix matrix{};
  for (std::size_t xyz = 0; xyz < 3; ++xyz) {
    for (std::size_t axis = 0; axis < 3; ++axis)
      matrix[xyz][axis] = (*directions)[axis][xyz] * (*spacing)[axis];
    matrix[xyz][3] = place.origin_mm ? (*place.origin_mm)[xyz] : 0;
  }
  return matrix;
}

PatientOrder::PatientOrder(const VoxelAxes& axes) {
  const std::array<std::ptrdiff_t, 3> stride{1, axes.size[0],
                                             static_cast<std::ptrdiff_t>(axes.size[0]) * axes.size[1]};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const auto file = static_cast<std::size_t>(axes.file_axis[axis]);
    size_[file] = axes.size[axis];
    step_[file] = axes.reversed[axis] ? -stride[axis] : stride[axis];
    if (axes.reversed[axis]) place_ += (axes.size[axis] - 1) * stride[axis];
  }
}

std::size_t PatientOrder::next() {
  const auto place = static_cast<std::size_t>(place_);
  for (std::size_t file = 0; file < 3; ++file) {
    place_ += step_[file];
    if (++at_[file] < size_[file]) break;
    place_ -= step_[file] * size_[file];
    at_[file] = 0;
  }
  return place;
}

bool is_upright(const VoxelMatrix& matrix) {
  return file_axis(matrix, 0) >= 0 && file_axis(matrix, 1) >= 0 && file_axis(matrix, 2) >= 0;
}

VoxelAxes voxel_axes(const VoxelMatrix& voxel_to_patient, const std::array<int, 3>& file_size,
                     const std::filesystem::path& path) {
  if (!is_upright(voxel_to_patient))
    throw InputError("volume.tilted",
                     "\"{}\" has slices that are tilted against the patient's axes; resample it first.",
                     path);
  VoxelAxes axes;
  std::array<double, 3> spacing{}, origin{};
  for (int axis = 0; axis < 3; ++axis) {
    const int column = file_axis(voxel_to_patient, axis);
    spacing[axis] = length_of(voxel_to_patient, column);
    axes.size[axis] = file_size[column];
    axes.file_axis[axis] = column;
    axes.reversed[axis] = voxel_to_patient[axis][column] < 0;
    origin[axis] =
        voxel_to_patient[axis][3] - (axes.reversed[axis] ? (file_size[column] - 1) * spacing[axis] : 0);
  }
  check_spacing(spacing, path);
  if (!finite(origin)) throw no_place(path);
  axes.spacing_mm = {spacing[0], spacing[1], spacing[2]};
  axes.origin_mm = {origin[0], origin[1], origin[2]};
  return axes;
}

}  // namespace skiagraph::io
