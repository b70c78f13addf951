#include <algorithm>
#include <cmath>

#include "core/anatomy/anomalies/anomaly_edits.h"
#include "core/anatomy/anomalies/solid_writer.h"
#include "core/base/error.h"

namespace skiagraph::anatomy {
namespace {

/// A slab's place: half sizes along u, v and the thin w, which points out of the skin.
struct Pocket {
  Vec3 centre, u, v, w;
};

Vec3 unit(Vec3 a) {
  return a * (1 / norm(a));
}

/// The skin of the chest straight before (x, z) in the person.
Vec3 front_skin(const AnomalySite& site, double x, double z, double from_y) {
  constexpr double kReachMm = 300, kStepMm = 1;
  constexpr float kTissue = 0.01F;
  for (double y = from_y - kReachMm; y < from_y + kReachMm; y += kStepMm)
    if (const Vec3 p{x, y, z}; site.torso.attenuation.at(site.patient.to_base(p)) > kTissue) return p;
  throw InputError("anomaly.no_room", "The base anatomy \"{}\" has no chest wall to put a pacemaker under.",
                   site.base.name);
}

Pocket pocket_of(const AnomalySite& site, bool left) {
  constexpr double kOutwards = 0.5, kBelowNotchMm = 38, kDepthMm = 13, kSpanMm = 20;
  const Vec3 notch = site.patient.landmark(Marker::kSternalNotch),
             shoulder = site.patient.landmark(left ? Marker::kShoulderLeft : Marker::kShoulderRight);
  const double x = notch.x + kOutwards * (shoulder.x - notch.x), z = notch.z - kBelowNotchMm;
  const auto skin = [&](double dx, double dz) { return front_skin(site, x + dx, z + dz, notch.y); };
  Pocket pocket;
  pocket.u = unit(skin(kSpanMm, 0) - skin(-kSpanMm, 0));
  const Vec3 up = skin(0, kSpanMm) - skin(0, -kSpanMm);
  pocket.v = unit(up - pocket.u * dot(up, pocket.u));
  pocket.w = cross(pocket.u, pocket.v);
  pocket.centre = skin(0, 0) - pocket.w * kDepthMm;
  return pocket;
}

bodies::Solid can(const Pocket& pocket) {
  constexpr double kHalfU = 25, kHalfV = 22, kHalfW = 3.5, kCorner = 12;
  const double reach = std::hypot(kHalfU, kHalfV, kHalfW);
  const Vec3 half{reach, reach, reach};
  return {{pocket.centre - half, pocket.centre + half}, [=](Vec3 p) {
            const Vec3 d = p - pocket.centre;
            const double u = std::max(0.0, std::abs(dot(d, pocket.u)) - (kHalfU - kCorner)),
                         v = std::max(0.0, std::abs(dot(d, pocket.v)) - (kHalfV - kCorner));
            return std::min(kCorner - std::hypot(u, v), kHalfW - std::abs(dot(d, pocket.w)));
          }};
}

/// Places in and around the heart, base frame.
struct Heart {
  Vec3 centre, apex;
  double right_x = 0;  ///< border of the right atrium
};

Heart heart_of(const AnomalySite& site) {
  const auto& voxels = voxels_of(site, kHeart, "heart");
  const GridGeometry& grid = site.torso.attenuation.grid;
  const auto place = [&](std::uint32_t n) { return grid.position(n); };
  Heart heart;
  for (const std::uint32_t n : voxels) heart.centre = heart.centre + place(n);
  heart.centre = heart.centre * (1.0 / static_cast<double>(voxels.size()));
  const Vec3 left_front_down{0.6, -0.45, -0.65};
  heart.apex =
      place(std::ranges::max(voxels, {}, [&](std::uint32_t n) { return dot(place(n), left_front_down); }));
  heart.right_x = place(std::ranges::min(voxels, {}, [&](std::uint32_t n) { return place(n).x; })).x;
  return heart;
}

/// From the subclavian vein to the entrance of the right atrium, base frame.
std::vector<Vec3> venous_way(const AnomalySite& site, bool left, const Heart& heart) {
  const Vec3 notch = site.base.landmark(Marker::kSternalNotch), carina = site.base.landmark(Marker::kCarina);
  const Vec3 shoulder = site.base.landmark(left ? Marker::kShoulderLeft : Marker::kShoulderRight);
  const double outwards = shoulder.x - notch.x, behind = notch.y + 0.4 * (carina.y - notch.y);
  const Vec3 cava{carina.x - 24, carina.y - 22, carina.z + 2};
  std::vector<Vec3> way{{notch.x + 0.42 * outwards, behind, notch.z + 4},
                        {notch.x + 0.2 * outwards, behind, notch.z - 2}};
  const Vec3 confluence{cava.x + 8, (behind + cava.y) / 2, notch.z + 0.5 * (cava.z - notch.z)};
  if (left) way.push_back({notch.x + 4, behind, notch.z + 0.25 * (cava.z - notch.z)});
  way.push_back(confluence);
  way.push_back(cava);
  way.push_back(
      {std::max(cava.x, heart.right_x + 14), (cava.y + heart.centre.y) / 2, (cava.z + heart.centre.z) / 2});
  return way;
}

std::vector<Vec3> lead(const AnomalySite& site, const Pocket& pocket, bool left, const std::vector<Vec3>& way,
                       const std::vector<Vec3>& end) {
  const double inwards = left ? -1 : 1;
  // Out of the can's upper inner corner.
  std::vector<Vec3> points{pocket.centre + pocket.u * (inwards * 12) + pocket.v * 21,
                           pocket.centre + pocket.u * (inwards * 9) + pocket.v * 31 - pocket.w * 4};
  for (const Vec3 p : way) points.push_back(site.patient.from_base(p));
  for (const Vec3 p : end) points.push_back(site.patient.from_base(p));
  return points;
}

}  // namespace

void add_pacemaker(const AnomalySite& site, bool left, int leads) {
  constexpr double kLeadRadiusMm = 1, kTipRadiusMm = 1.5;
  const Heart heart = heart_of(site);
  const Pocket pocket = pocket_of(site, left);
  const std::vector<Vec3> way = venous_way(site, left, heart);
  const Vec3 atrium{heart.right_x + 18, heart.centre.y, heart.centre.z};
  const auto towards_apex = [&](double share) { return heart.centre + (heart.apex - heart.centre) * share; };
  const double floor_z = towards_apex(0.7).z;
  const std::vector<Vec3> to_ventricle{
      atrium, {heart.centre.x - 12, heart.centre.y - 12, floor_z + 8}, towards_apex(0.85)};
  // The hook of the second lead points forwards and up.
  const std::vector<Vec3> to_atrium{atrium + Vec3{-2, -6, 12}, atrium + Vec3{6, -18, 8},
                                    atrium + Vec3{8, -26, 26}};
  SolidWriter writer(site.patient, site.attenuation);
  writer.add(can(pocket));
  for (int n = 0; n < leads; ++n) {
    const std::vector<Vec3> points = lead(site, pocket, left, way, n == 0 ? to_ventricle : to_atrium);
    writer.add_curve(points, kLeadRadiusMm);
    writer.add(bodies::ball(points.back(), {kTipRadiusMm, kTipRadiusMm, kTipRadiusMm}));
  }
  writer.fill(material::kDevice);
}

}  // namespace skiagraph::anatomy
