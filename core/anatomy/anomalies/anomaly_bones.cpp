#include <algorithm>
#include <cmath>
#include <utility>

#include "core/anatomy/anomalies/anomaly_edits.h"
#include "core/anatomy/anomalies/solid_writer.h"
#include "core/base/error.h"

namespace skiagraph::anatomy {
namespace {

struct Axis {
  Vec3 point, up;  ///< up: of length 1

  [[nodiscard]] Vec3 at_height(double z) const { return point + up * ((z - point.z) / up.z); }
};

/// Mean of the voxels that `keep` accepts, in the base; the number of them in `count`.
template <typename Keep>
Vec3 middle_of(const AnomalySite& site, const std::vector<std::uint32_t>& voxels, Keep keep, int& count) {
  Vec3 sum;
  count = 0;
  for (const std::uint32_t n : voxels)
    if (const Vec3 p = site.torso.attenuation.grid.position(n); keep(p)) sum = sum + p, ++count;
  return sum * (1.0 / std::max(1, count));
}

/// Below the ischium the femur is the only bone of a thigh.
Axis femur_axis(const AnomalySite& site, bool left) {
  constexpr double kTopMm = 95, kHeightMm = 35;
  const Vec3 head = site.base.landmark(left ? Marker::kFemoralHeadLeft : Marker::kFemoralHeadRight);
  const auto& bone = voxels_of(site, kCorticalBone, "bone");
  const auto middle = [&](double below_head) {
    int count = 0;
    const Vec3 m = middle_of(
        site, bone,
        [&](Vec3 p) {
          const double below = head.z - p.z;
          return (p.x > site.base.midline_x) == left && below > below_head && below < below_head + kHeightMm;
        },
        count);
    if (count == 0)
      throw InputError("anomaly.no_room",
                       "The femora of base anatomy \"{}\" are too short for a hip replacement.",
                       site.base.name);
    return site.patient.from_base(m);
  };
  const Vec3 upper = middle(kTopMm), lower = middle(kTopMm + kHeightMm);
  return {upper, (upper - lower) * (1 / norm(upper - lower))};
}

Vec3 radii(double radius) {
  return {radius, radius, radius};
}

/// Middles of the spine's cross-sections in the base, lowest first; smooth enough to bend a rod along.
std::vector<Vec3> spine_line(const AnomalySite& site) {
  constexpr double kSlabMm = 12, kWindowMm = 45;
  const auto& spine = voxels_of(site, kSpine, "spine");
  const auto height = [&](std::uint32_t n) { return site.torso.attenuation.grid.position(n).z; };
  const double low = height(spine.front()), high = height(spine.back());
  std::vector<Vec3> sums(static_cast<std::size_t>((high - low) / kSlabMm) + 1);
  std::vector<double> counts(sums.size());
  for (const std::uint32_t n : spine) {
    const auto slab = static_cast<std::size_t>((height(n) - low) / kSlabMm);
    sums[slab] = sums[slab] + site.torso.attenuation.grid.position(n), counts[slab] += 1;
  }
  std::vector<Vec3> line;
  const auto reach = static_cast<std::ptrdiff_t>(kWindowMm / kSlabMm / 2 + 0.5),
             slabs = static_cast<std::ptrdiff_t>(sums.size());
  for (std::ptrdiff_t n = reach; n < slabs - reach; ++n) {
    Vec3 sum;
    double count = 0;
    for (std::ptrdiff_t m = n - reach; m <= n + reach; ++m) sum = sum + sums[m], count += counts[m];
    if (count > 0) line.push_back(sum * (1 / count));
  }
  if (line.size() < 4)
    throw InputError("anomaly.no_room", "The spine of base anatomy \"{}\" is too short for rods.",
                     site.base.name);
  return line;
}

}  // namespace

void replace_hip(const AnomalySite& site, bool left) {
  constexpr double kCupMm = 27, kLinerMm = 23, kBallMm = 16, kNeckMm = 6.5;
  constexpr double kShoulderMm = 38, kStemMm = 125;
  const Vec3 head = site.patient.landmark(left ? Marker::kFemoralHeadLeft : Marker::kFemoralHeadRight);
  const Axis shaft = femur_axis(site, left);
  const Vec3 shoulder = shaft.at_height(head.z - kShoulderMm), tip = shoulder - shaft.up * kStemMm,
             middle = shoulder - shaft.up * (0.4 * kStemMm);
  // The cup opens outwards, down and a little forwards: inclined by 45 degrees.
  const Vec3 opening{left ? 0.69 : -0.69, -0.22, -0.69};
  const bodies::Solid shell = bodies::common(
      bodies::without(bodies::ball(head, radii(kCupMm)), bodies::ball(head, radii(kLinerMm)), 0.5),
      bodies::half_space(head, opening * -1), 0.5);
  SolidWriter writer(site.patient, site.attenuation);
  writer.add(bodies::ball(head, radii(kLinerMm)));
  writer.fill(material::kPolyethylene);
  writer.add(shell);
  writer.add(bodies::chain({shoulder, middle, tip}, {9, 7, 4.5}));
  writer.add(bodies::rod(head + (shoulder - head) * 0.55, shoulder - shaft.up * 30, 8, 7));
  writer.fill(material::kTitanium);
  writer.add(bodies::ball(head, radii(kBallMm)));
  writer.add(bodies::rod(head, head + (shoulder - head) * 0.75, kNeckMm, kNeckMm + 1));
  writer.fill(material::kCobaltChrome);
}

void add_spinal_rods(const AnomalySite& site, double bottom, double top) {
  constexpr double kRodRadiusMm = 2.75, kBehindMm = 20, kScrewMm = 45, kScrewRadiusMm = 3, kHeadRadiusMm = 6;
  constexpr double kLowAsideMm = 19, kHighAsideMm = 14, kLowVertebraMm = 36, kHighVertebraMm = 24,
                   kConvergeMm = 8;
  std::vector<Vec3> line = spine_line(site);
  for (Vec3& p : line) p = site.patient.from_base(p);
  const double low = line.front().z, height = line.back().z - low;
  line = smooth_curve(line);
  // Vertebrae are wider and higher below.
  const auto between = [&](double below, double above, double z) {
    return below + (above - below) * (z - low) / height;
  };
  const auto aside = [&](double z) { return between(kLowAsideMm, kHighAsideMm, z); };
  const double first_z = low + bottom * height, last_z = low + top * height;
  SolidWriter writer(site.patient, site.attenuation);
  std::vector<Vec3> crossed;
  for (const double side : {-1.0, 1.0}) {
    std::vector<Vec3> course;
    double next_screw = first_z + kRodRadiusMm * 2;
    for (const Vec3 p : line) {
      if (p.z < first_z || p.z > last_z) continue;
      course.push_back(p + Vec3{side * aside(p.z), kBehindMm, 0});
      if (p.z < next_screw) continue;
      const Vec3 head = course.back();
      writer.add(bodies::rod(head, head + Vec3{-side * kConvergeMm, -kScrewMm, 0}, kScrewRadiusMm,
                             kScrewRadiusMm - 1));
      writer.add(bodies::ball(head, radii(kHeadRadiusMm)));
      next_screw = p.z + between(kLowVertebraMm, kHighVertebraMm, p.z);
    }
    for (std::size_t n = 1; n < course.size(); ++n)
      writer.add(bodies::rod(course[n - 1], course[n], kRodRadiusMm, kRodRadiusMm));
    crossed.push_back(course[course.size() / 2]);
  }
  writer.add(bodies::rod(crossed[0], crossed[1], 2, 2));
  writer.fill(material::kTitanium);
}

}  // namespace skiagraph::anatomy
