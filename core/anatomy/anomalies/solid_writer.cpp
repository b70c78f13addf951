#include "core/anatomy/anomalies/solid_writer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace skiagraph::anatomy {
namespace {

constexpr int kSubVoxels = 3;

/// Half-open ranges of voxels.
struct VoxelBox {
  std::array<int, 3> first, last;
};

/// Where in the base the voxels of a box in the person lie, with a margin for how the box bends.
VoxelBox voxels_around(const bodies::Box& box, const VirtualPatient& patient, const GridGeometry& grid) {
  constexpr int kMargin = 2;
  Vec3 low{1e9, 1e9, 1e9}, high = low * -1;
  for (int n = 0; n < 27; ++n) {
    const auto along = [&](auto member, int step) {
      return box.low.*member + (box.high.*member - box.low.*member) * step / 2;
    };
    const Vec3 p =
        patient.to_base({along(&Vec3::x, n % 3), along(&Vec3::y, n / 3 % 3), along(&Vec3::z, n / 9)});
    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
  }
  VoxelBox voxels{};
  const auto range = [&](int axis, auto member, int count) {
    const auto voxel = [&](double place) {
      return (place - grid.origin_mm.*member) / grid.spacing_mm.*member;
    };
    voxels.first[axis] = std::clamp(static_cast<int>(std::floor(voxel(low.*member))) - kMargin, 0, count);
    voxels.last[axis] = std::clamp(static_cast<int>(std::ceil(voxel(high.*member))) + kMargin + 1, 0, count);
  };
  range(0, &Vec3::x, grid.nx), range(1, &Vec3::y, grid.ny), range(2, &Vec3::z, grid.nz);
  return voxels;
}

/// Sample points within a voxel, in the person, relative to its centre. The deformation at the centre of the
/// solid is used for all its voxels, because within a voxel the difference is small.
struct VoxelShape {
  std::array<Vec3, kSubVoxels * kSubVoxels * kSubVoxels> offsets;
  double step_mm = 0;

  VoxelShape(const VirtualPatient& patient, const GridGeometry& grid, Vec3 centre) {
    const Vec3 middle = patient.from_base(centre), d = grid.spacing_mm;
    const Vec3 x = patient.from_base(centre + Vec3{d.x, 0, 0}) - middle,
               y = patient.from_base(centre + Vec3{0, d.y, 0}) - middle,
               z = patient.from_base(centre + Vec3{0, 0, d.z}) - middle;
    const auto share = [](int n) { return (n - (kSubVoxels - 1) / 2.0) / kSubVoxels; };
    for (std::size_t n = 0; n < offsets.size(); ++n) {
      const int s = static_cast<int>(n);
      offsets[n] = x * share(s % kSubVoxels) + y * share(s / kSubVoxels % kSubVoxels) +
                   z * share(s / kSubVoxels / kSubVoxels);
    }
    step_mm = std::cbrt(std::abs(dot(cross(x, y), z))) / kSubVoxels;
  }

  [[nodiscard]] double share_inside(const bodies::Solid& solid, Vec3 p) const {
    double share = 0;
    for (const Vec3 offset : offsets)
      if (const Vec3 q = p + offset; solid.box.contains(q))
        share += std::clamp(solid.inside(q) / step_mm + 0.5, 0.0, 1.0);
    return share / static_cast<double>(offsets.size());
  }
};

}  // namespace

void SolidWriter::add(const bodies::Solid& solid) {
  const VoxelBox box = voxels_around(solid.box, patient_, grid_);
  const VoxelShape shape(patient_, grid_, patient_.to_base((solid.box.low + solid.box.high) * 0.5));
  for (int k = box.first[2]; k < box.last[2]; ++k)
    for (int i = box.first[0]; i < box.last[0]; ++i)
      for (int j = box.first[1]; j < box.last[1]; ++j) {
        const auto n = static_cast<std::uint32_t>(grid_.index(i, j, k));
        if (attenuation_[n] <= 0) continue;
        const double share = shape.share_inside(solid, patient_.from_base(grid_.position(i, j, k)));
        if (share > 0) shares_[n] = std::max(shares_[n], static_cast<float>(share));
      }
}

void SolidWriter::add_curve(const std::vector<Vec3>& points, double radius) {
  const std::vector<Vec3> curve = smooth_curve(points);
  for (std::size_t n = 1; n < curve.size(); ++n) add(bodies::rod(curve[n - 1], curve[n], radius, radius));
}

void SolidWriter::fill(float per_mm) {
  for (const auto& [n, share] : shares_) attenuation_[n] += (per_mm - attenuation_[n]) * share;
  shares_.clear();
}

std::vector<Vec3> smooth_curve(const std::vector<Vec3>& points) {
  constexpr double kStepMm = 4;
  std::vector<Vec3> curve;
  const std::size_t last = points.size() - 1;
  for (std::size_t n = 0; n < last; ++n) {
    const Vec3 a = points[n], b = points[n + 1];
    const Vec3 before = n > 0 ? points[n - 1] : a * 2 - b, after = n + 1 < last ? points[n + 2] : b * 2 - a;
    const Vec3 leaving = (b - before) * 0.5, arriving = (after - a) * 0.5;
    const int steps = std::max(1, static_cast<int>(std::ceil(norm(b - a) / kStepMm)));
    for (int step = 0; step < steps; ++step) {
      const double t = static_cast<double>(step) / steps, t2 = t * t, t3 = t2 * t;
      curve.push_back(a * (2 * t3 - 3 * t2 + 1) + leaving * (t3 - 2 * t2 + t) + b * (3 * t2 - 2 * t3) +
                      arriving * (t3 - t2));
    }
  }
  curve.push_back(points.back());
  return curve;
}

}  // namespace skiagraph::anatomy
