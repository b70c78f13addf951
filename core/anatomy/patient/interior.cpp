#include "core/anatomy/patient/interior.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/anatomy/patient/landmark_heights.h"

namespace skiagraph::anatomy {
namespace {

struct HeightRange {
  double low = 0, high = 0;
};

HeightRange height_range(const std::vector<Vec3>& points) {
  if (points.empty()) return {};
  const auto [low, high] = std::ranges::minmax(points, {}, &Vec3::z);
  return {low.z, high.z};
}

/// Middle of a tissue of the torso, of its part within `reach_mm` of the height z where given.
Vec3 middle_of(const BaseAnatomy& base, VariedTissue tissue, Vec3 otherwise, double z = 0,
               double reach_mm = 1e9) {
  const BodyPart& torso = base.parts[kTorso];
  Vec3 sum;
  std::size_t count = 0;
  constexpr std::size_t kStride = 7;  // a mean needs no more
  for (std::size_t n = 0; n < torso.voxels[tissue].size(); n += kStride) {
    const Vec3 p = torso.attenuation.grid.position(torso.voxels[tissue][n]);
    if (std::abs(p.z - z) > reach_mm) continue;
    sum = sum + p;
    ++count;
  }
  return count > 0 ? sum * (1.0 / static_cast<double>(count)) : otherwise;
}

}  // namespace

InteriorParameters draw_interior(const BaseAnatomy& base, const LandmarkShifts& up_mm, RandomStream& random) {
  const auto n = [&](double sd) { return random.truncated_normal(0, sd, 2.5); };
  const auto at = [&](Marker marker) { return base.landmark(marker); };
  const auto up = [&](Marker marker) { return up_mm[static_cast<std::size_t>(marker)]; };
  InteriorParameters motions;
  const auto move = [&](Vec3 centre, Vec3 reach, Vec3 shift, bool viscera_only = true, Vec3 stretch = {}) {
    motions.push_back({centre, reach, shift, stretch, viscera_only});
  };
  const Vec3 liver_top = at(Marker::kLiverTop), liver_bottom = at(Marker::kLiverBottom);
  const Vec3 liver = (liver_top + liver_bottom) * 0.5, carina = at(Marker::kCarina);
  const double midline = base.midline_x, torso = base.neck_z - base.symphysis_z;

  // The diaphragm and the organs attached to it go together; the front of the ribs moves against it.
  const double diaphragm = (up(Marker::kLiverTop) + up(Marker::kLungBottomLeft)) / 2;
  move({midline, liver_top.y, liver_top.z - 40}, {220, 200, 85}, {0, 0, diaphragm});
  move({midline, carina.y - 90, liver_top.z + 70}, {140, 60, 110}, {0, 0, n(5) - 0.15 * diaphragm}, false);

  // Liver: place to the side, size. Lung bases.
  const double liver_size = n(0.05);
  move(liver_bottom, {65, 42, 70}, {n(6), 0, 0});
  move(liver, {80, 80, 80}, {n(6), n(4), 0}, true, {liver_size, liver_size, liver_size});
  move(at(Marker::kLungBottomLeft) + Vec3{0, 0, 20}, {60, 60, 55}, {n(3), n(3), 0});
  const Vec3 right_lung_bottom = std::ranges::min(base.organs[kRightLungPoints], {}, &Vec3::z);
  move(right_lung_bottom + Vec3{0, 0, 20}, {55, 50, 50}, {n(3), n(3), n(16)});
  for (const Marker lung : {Marker::kLungTopRight, Marker::kLungTopLeft})
    move(at(lung), {45, 45, 45}, {n(3), 0, 0}, false);

  // Mediastinum: carina, heart with its size and axis.
  move(carina, {45, 45, 50}, {n(4), 0, 0});
  const Vec3 heart = middle_of(base, kHeart, carina + Vec3{0.04, -0.075, -0.125} * torso);
  const double heart_size = n(0.07);
  move(heart, {45, 40, 45}, {n(6), 0, n(5)}, true, {heart_size, heart_size, heart_size});
  move(heart + Vec3{35, -15, -30}, {35, 35, 30}, {n(5), 0, n(6)});
  for (const Marker end : {Marker::kSternalNotch, Marker::kSternumTip})
    move(at(end), {40, 35, 45}, {n(2), 0, 0}, false);

  // Pelvis: tilt, hips; bladder.
  const double tilt = n(5);
  for (const Marker crest : {Marker::kIliacCrestRight, Marker::kIliacCrestLeft})
    move(at(crest), {75, 75, 60}, {n(3), tilt, 0}, false);
  const double hips_apart = n(7.5);
  for (const auto& [hip, side] :
       {std::pair{Marker::kFemoralHeadRight, -1.0}, {Marker::kFemoralHeadLeft, 1.0}})
    move(at(hip), {45, 50, 55}, {side * hips_apart + n(2), 0, 0}, false);
  const double fullness = n(0.12);
  move(at(Marker::kPubicSymphysis) + Vec3{0, 45, 40}, {35, 35, 35}, {}, false,
       {fullness, fullness, fullness});

  // Spine curve: one or two bends to the side.
  for (const double level : {0.3, 0.55, 0.8}) {
    const double z = base.symphysis_z + level * torso;
    const double y = middle_of(base, kSpine, at(Marker::kNeck), z, 25).y;
    move({midline, y, z}, {55, 60, 75}, {n(5), 0, 0}, false);
  }

  add_height_motions(base, up_mm, motions);

  // Kidneys last, so that their length is that of kidneys whatever the other motions stretch.
  for (const auto& [kidney, points] : {std::pair{Marker::kKidneyCentreRight, kRightKidneyPoints},
                                       {Marker::kKidneyCentreLeft, kLeftKidneyPoints}}) {
    constexpr double kLengthMm = 121, kReachMm = 70;
    const double target = std::log(kLengthMm) + n(0.1);
    const HeightRange poles = height_range(base.organs[points]);
    const double length = poles.high - poles.low;
    if (length <= 0) continue;
    const Vec3 c = at(kidney);
    const double strain = (velocity_at(base.mobility, motions, {c.x, c.y, poles.high}).z -
                           velocity_at(base.mobility, motions, {c.x, c.y, poles.low}).z) /
                          length;
    // The stretch fades towards the poles, hence more than the 110 mm of adults.
    const double fading = std::exp(-0.125 * length * length / (kReachMm * kReachMm));
    const double longer = (target - std::log(length) - strain) / fading;
    move(c, {45, 45, kReachMm}, {n(8), n(3), 0}, true, {n(0.05) - longer / 3, -longer / 3, longer});
  }
  return motions;
}

Interior::Interior(const BaseAnatomy& base, const InteriorParameters& motions) {
  const DisplacementField velocity = velocity_of(base.mobility, motions);
  to_base_ = flow(velocity, -1);
  from_base_ = flow(velocity, 1);
}

}  // namespace skiagraph::anatomy
