#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/anatomy/anomalies/anomaly_edits.h"
#include "core/base/error.h"

namespace skiagraph::anatomy {
namespace {

const std::vector<std::uint32_t>& lung_of(const AnomalySite& site, bool left) {
  return voxels_of(site, left ? kLungLeft : kLungRight, "lung");
}

void fill(const AnomalySite& site, const std::vector<std::uint32_t>& voxels, float per_mm) {
  for (const std::uint32_t n : voxels) site.attenuation[n] = per_mm;
}

/// About the distance of each voxel of a lung from the chest wall, measured along rays to the side, the front
/// and the back. Distances to the front and the back count double, because layers of fluid are thinner there.
class WallDistance {
 public:
  WallDistance(const GridGeometry& grid, const std::vector<std::uint32_t>& lung, bool left)
      : grid_(grid),
        left_(left),
        side_(static_cast<std::size_t>(grid.ny) * grid.nz, left ? -1 : grid.nx),
        ends_(static_cast<std::size_t>(grid.nx) * grid.nz, {grid.ny, -1}) {
    for (const std::uint32_t n : lung) {
      int& side = side_[side_row(n)];
      side = left ? std::max(side, i(n)) : std::min(side, i(n));
      auto& [front, back] = ends_[end_row(n)];
      front = std::min(front, j(n)), back = std::max(back, j(n));
    }
  }

  [[nodiscard]] double operator()(std::uint32_t n) const {
    const int side = side_[side_row(n)];
    const auto [front, back] = ends_[end_row(n)];
    return std::min((left_ ? side - i(n) : i(n) - side) * grid_.spacing_mm.x,
                    2 * std::min(j(n) - front, back - j(n)) * grid_.spacing_mm.y);
  }

 private:
  [[nodiscard]] int i(std::uint32_t n) const {
    return static_cast<int>(n / static_cast<std::uint32_t>(grid_.ny) % static_cast<std::uint32_t>(grid_.nx));
  }
  [[nodiscard]] int j(std::uint32_t n) const {
    return static_cast<int>(n % static_cast<std::uint32_t>(grid_.ny));
  }
  [[nodiscard]] std::size_t end_row(std::uint32_t n) const {
    return n / static_cast<std::uint32_t>(grid_.ny);
  }
  [[nodiscard]] std::size_t side_row(std::uint32_t n) const {
    return end_row(n) / grid_.nx * grid_.ny + static_cast<std::size_t>(j(n));
  }

  const GridGeometry& grid_;
  bool left_;
  std::vector<int> side_;                  ///< outermost voxel along x
  std::vector<std::pair<int, int>> ends_;  ///< foremost and hindmost voxel along y
};

/// Volume of a voxel of the organ in the person, on average.
double voxel_ml(const AnomalySite& site, const std::vector<std::uint32_t>& organ) {
  constexpr std::size_t kSamples = 200;
  const GridGeometry& grid = site.torso.attenuation.grid;
  const Vec3 d = grid.spacing_mm;
  double sum = 0;
  int samples = 0;
  for (std::size_t n = 0; n < organ.size(); n += organ.size() / kSamples + 1, ++samples) {
    const Vec3 p = grid.position(organ[n]);
    const auto edge = [&](Vec3 step) {
      return site.patient.from_base(p + step) - site.patient.from_base(p - step);
    };
    sum += std::abs(dot(cross(edge({d.x, 0, 0}), edge({0, d.y, 0})), edge({0, 0, d.z}))) / 8;
  }
  return sum / samples / 1000;
}

}  // namespace

const std::vector<std::uint32_t>& voxels_of(const AnomalySite& site, VariedTissue tissue, const char* name) {
  const auto& voxels = site.torso.voxels[tissue];
  if (voxels.empty())
    throw InputError(
        "anomaly.organ_missing",
        "The base anatomy \"{}\" has no {}, which an anomaly needs; leave the anomaly or the base out.",
        site.base.name, name);
  return voxels;
}

void remove_lung(const AnomalySite& site, bool left) {
  fill(site, lung_of(site, left), material::kFluid);
}

void remove_kidney(const AnomalySite& site, bool left) {
  fill(site, voxels_of(site, left ? kKidneyLeft : kKidneyRight, "kidney"), material::kFat);
}

void collapse_lung(const AnomalySite& site, bool left, double share) {
  const auto& lung = lung_of(site, left);
  const GridGeometry& grid = site.torso.attenuation.grid;
  std::vector<float> before;
  before.reserve(lung.size());
  for (const std::uint32_t n : lung) before.push_back(site.attenuation[n]);
  const Vec3 root = lung_root(site.base, left);
  // Its tissue and blood stay, in a smaller volume.
  const double smaller = std::cbrt(1 - share);
  const auto denser = static_cast<float>(1 / (1 - share));
  for (const std::uint32_t n : lung) {
    const std::uint32_t from = grid.nearest(root + (grid.position(n) - root) * (1 / smaller));
    const auto found = std::ranges::lower_bound(lung, from);
    site.attenuation[n] = found != lung.end() && *found == from
                              ? std::min(material::kSoftTissue, denser * before[found - lung.begin()])
                              : material::kAir;
  }
}

void add_effusion(const AnomalySite& site, bool left, double ml, bool lying) {
  constexpr double kMeniscusMm = 65, kMeniscusReachMm = 14, kMostOfLung = 0.85;
  const auto& lung = lung_of(site, left);
  const GridGeometry& grid = site.torso.attenuation.grid;
  const WallDistance from_wall(grid, lung, left);
  // Fluid fills from below; between lung and chest wall it is drawn up.
  std::vector<std::pair<float, std::uint32_t>> by_height;
  by_height.reserve(lung.size());
  for (const std::uint32_t n : lung) {
    const Vec3 p = site.patient.from_base(grid.position(n));
    const double height = lying ? -p.y : p.z - kMeniscusMm * std::exp(-from_wall(n) / kMeniscusReachMm);
    by_height.emplace_back(static_cast<float>(height), n);
  }
  const auto filled = static_cast<std::ptrdiff_t>(ml / voxel_ml(site, lung));
  const auto most = static_cast<std::ptrdiff_t>(kMostOfLung * static_cast<double>(lung.size()));
  const auto surface = by_height.begin() + std::min(filled, most);
  std::ranges::nth_element(by_height, surface);
  for (auto voxel = by_height.begin(); voxel != surface; ++voxel)
    site.attenuation[voxel->second] = material::kFluid;
}

}  // namespace skiagraph::anatomy
