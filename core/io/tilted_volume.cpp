#include "core/io/tilted_volume.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/io/volume_limits.h"

namespace skiagraph::io {
namespace {

using imaging::CtVolume;

Transform as_transform(const VoxelMatrix& matrix) {
  Transform transform;
  for (std::size_t row = 0; row < 3; ++row) transform.m[row] = matrix[row];
  return transform;
}

/// For each of the patient's axes how long a step along the file's axis is that is nearest to it; each of the
/// file's axes is taken once.
Vec3 nearest_spacing(const VoxelMatrix& matrix) {
  constexpr std::array<std::array<std::size_t, 3>, 6> kOrders{
      {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}};
  const auto length = [&](std::size_t column) {
    return std::hypot(matrix[0][column], matrix[1][column], matrix[2][column]);
  };
  const auto parallel = [&](const std::array<std::size_t, 3>& order) {
    double sum = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
      sum += std::abs(matrix[axis][order[axis]]) / length(order[axis]);
    return sum;
  };
  const auto best = *std::ranges::max_element(kOrders, {}, parallel);
  return {length(best[0]), length(best[1]), length(best[2])};
}

/// The upright grid that holds the whole tilted one.
CtVolume grid_around(const CtVolume& tilted, const Transform& to_patient, const Vec3& spacing_mm) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  Vec3 low{kInfinite, kInfinite, kInfinite}, high = -1 * low;
  for (int corner = 0; corner < 8; ++corner) {
    const Vec3 p =
        to_patient({(corner & 1) != 0 ? tilted.nx - 1.0 : 0, (corner & 2) != 0 ? tilted.ny - 1.0 : 0,
                    (corner & 4) != 0 ? tilted.nz - 1.0 : 0});
    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
  }
  const auto count = [](double from, double to, double mm) { return static_cast<int>((to - from) / mm) + 1; };
  return {count(low.x, high.x, spacing_mm.x),
          count(low.y, high.y, spacing_mm.y),
          count(low.z, high.z, spacing_mm.z),
          spacing_mm,
          low,
          {},
          tilted.remarks};
}

float between(const CtVolume& ct, const Vec3& p) {
  constexpr double kEdge = 1e-6;  // of a voxel, for rounding
  if (!(p.x >= -kEdge && p.y >= -kEdge && p.z >= -kEdge && p.x <= ct.nx - 1 + kEdge &&
        p.y <= ct.ny - 1 + kEdge && p.z <= ct.nz - 1 + kEdge))
    return CtVolume::kOutside;
  const auto low = [](double v, int size) {
    return std::clamp(static_cast<int>(v), 0, std::max(0, size - 2));
  };
  const int i = low(p.x, ct.nx), j = low(p.y, ct.ny), k = low(p.z, ct.nz);
  const std::array<double, 3> share{p.x - i, p.y - j, p.z - k};
  double sum = 0;
  for (int corner = 0; corner < 8; ++corner) {
    double weight = 1;
    for (int axis = 0; axis < 3; ++axis) weight *= (corner >> axis & 1) != 0 ? share[axis] : 1 - share[axis];
    if (weight < kEdge) continue;
    const float value = ct.at(i + (corner & 1), j + (corner >> 1 & 1), k + (corner >> 2 & 1));
    if (value == CtVolume::kOutside) return value;
    sum += weight * value;
  }
  return static_cast<float>(std::max(sum, -1000.0));
}

}  // namespace

CtVolume upright_volume(const CtVolume& tilted, const VoxelMatrix& matrix,
                        const std::filesystem::path& path) {
  const Transform to_patient = as_transform(matrix), to_voxel = to_patient.inverse();
  CtVolume upright = grid_around(tilted, to_patient, nearest_spacing(matrix));
  check_voxel_count(path, 1.0 * upright.nx * upright.ny * upright.nz);
  upright.hounsfield.reserve(static_cast<std::size_t>(upright.nx) * upright.ny * upright.nz);
  for (int k = 0; k < upright.nz; ++k)
    for (int j = 0; j < upright.ny; ++j)
      for (int i = 0; i < upright.nx; ++i)
        upright.hounsfield.push_back(between(
            tilted, to_voxel(upright.origin_mm + Vec3{i * upright.spacing_mm.x, j * upright.spacing_mm.y,
                                                      k * upright.spacing_mm.z})));
  upright.remarks.push_back(
      {.code = "ct.resampled",
       .title = "Slices resampled",
       .sentence = "The slices were tilted against the patient's axes and have been resampled."});
  return upright;
}

}  // namespace skiagraph::io
