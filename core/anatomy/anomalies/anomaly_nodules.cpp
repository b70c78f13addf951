#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/anatomy/anomalies/anomaly_edits.h"
#include "core/anatomy/anomalies/solid_writer.h"
#include "core/base/error.h"
#include "core/base/random.h"

namespace skiagraph::anatomy {
namespace {

constexpr double kUnevenness = 0.05;  // of the radius, for each of the waves

/// A ball with shallow bumps.
bodies::Solid nodule(Vec3 centre, double radius, RandomStream& random) {
  struct Wave {
    Vec3 along;
    double phase;
  };
  std::array<Wave, 4> waves;
  for (Wave& wave : waves)
    wave = {{random.normal(0, 2.5), random.normal(0, 2.5), random.normal(0, 2.5)},
            random.uniform(0, 2 * std::numbers::pi)};
  const double reach = radius * (1 + kUnevenness * waves.size());
  const Vec3 half{reach, reach, reach};
  return {{centre - half, centre + half}, [=](Vec3 p) {
            const Vec3 d = p - centre;
            const double distance = norm(d);
            double bumps = 0;
            for (const Wave& wave : waves)
              bumps += std::sin(dot(d, wave.along) / (distance + 1e-6) + wave.phase);
            return radius * (1 + kUnevenness * bumps) - distance;
          }};
}

bool ball_is_inside(const AnomalySite& site, const std::vector<std::uint32_t>& organ, Vec3 centre,
                    double radius) {
  const GridGeometry& grid = site.torso.attenuation.grid;
  for (int n = 0; n < 27; ++n) {
    const Vec3 d{n % 3 - 1.0, n / 3 % 3 - 1.0, n / 9 - 1.0};
    const Vec3 p = n == 13 ? centre : centre + d * (radius / norm(d));
    if (!std::ranges::binary_search(organ, grid.nearest(site.patient.to_base(p)))) return false;
  }
  return true;
}

}  // namespace

void add_nodules(const AnomalySite& site, bool left, const std::vector<double>& diameters_mm,
                 std::uint64_t seed) {
  constexpr double kFromRootMm = 35, kFromPleuraMm = 3, kApartMm = 10;
  constexpr int kMostTries = 2000;
  const auto& lung = voxels_of(site, left ? kLungLeft : kLungRight, "lung");
  const GridGeometry& grid = site.torso.attenuation.grid;
  const Vec3 root = site.patient.from_base(lung_root(site.base, left));
  RandomStream random(seed, 0);
  std::vector<std::pair<Vec3, double>> placed;
  const auto fits = [&](Vec3 centre, double radius) {
    return norm(centre - root) > kFromRootMm + radius &&
           std::ranges::none_of(placed,
                                [&](const auto& other) {
                                  return norm(centre - other.first) < radius + other.second + kApartMm;
                                }) &&
           ball_is_inside(site, lung, centre, radius * (1 + 2 * kUnevenness) + kFromPleuraMm);
  };
  SolidWriter writer(site.patient, site.attenuation);
  for (const double diameter : diameters_mm) {
    const double radius = diameter / 2;
    Vec3 centre;
    int tries = 0;
    do {
      if (++tries > kMostTries)
        throw Error("anomaly.no_room", "The lungs of base anatomy \"{}\" have no room for a nodule of {} mm.",
                    site.base.name, std::round(diameter));
      const auto n = static_cast<std::size_t>(random.uniform() * static_cast<double>(lung.size()));
      centre = site.patient.from_base(grid.position(lung[n]));
    } while (!fits(centre, radius));
    placed.emplace_back(centre, radius);
    writer.add(nodule(centre, radius, random));
  }
  writer.fill(material::kSoftTissue);
}

}  // namespace skiagraph::anatomy
