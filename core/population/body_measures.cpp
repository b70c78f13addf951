#include "core/population/body_measures.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/vector.h"

namespace skiagraph::population {
namespace {

constexpr double kSlabMm = 4;

struct Extent {
  Vec3 low, high;
};

Extent extent(const anatomy::BaseAnatomy& base, anatomy::MeasuredOrgan organ, const anatomy::Habitus& person,
              const anatomy::Interior& interior) {
  constexpr double kFar = 1e9;
  Extent box{{kFar, kFar, kFar}, {-kFar, -kFar, -kFar}};
  for (const Vec3 v : base.organs[organ]) {
    const Vec3 p = person.from_base(interior.from_base(v), anatomy::kTorso);
    box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y), std::min(box.low.z, p.z)};
    box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y), std::max(box.high.z, p.z)};
  }
  return box;
}

}  // namespace

const std::array<std::string_view, kMeasureCount>& measure_names() {
  static constexpr std::array<std::string_view, kMeasureCount> kNames{"stature",
                                                                      "mass",
                                                                      "sitting_height",
                                                                      "chest_girth",
                                                                      "waist_girth",
                                                                      "hip_girth",
                                                                      "chest_depth",
                                                                      "hip_breadth",
                                                                      "right_lung_height",
                                                                      "left_lung_height",
                                                                      "right_kidney_length",
                                                                      "left_kidney_length",
                                                                      "liver_right_edge"};
  return kNames;
}

Section section(const anatomy::BaseAnatomy& base, const anatomy::Habitus& person, bodies::Girth where) {
  const double level = bodies::kGirthLevels[static_cast<std::size_t>(where)];
  const double z = base.symphysis_z + level * (base.neck_z - base.symphysis_z);
  std::vector<bodies::SlicePoint> points;
  for (const Vec3 v : base.parts[anatomy::kTorso].skin.vertices)
    if (std::abs(v.z - z) <= kSlabMm) {
      const Vec3 p = person.from_base(v, anatomy::kTorso);
      points.push_back({p.x, p.y});
    }
  if (points.empty()) return {};
  const auto [left, right] = std::ranges::minmax(points, {}, &bodies::SlicePoint::x);
  const auto [front, back] = std::ranges::minmax(points, {}, &bodies::SlicePoint::y);
  return {bodies::tape_length(points), right.x - left.x, back.y - front.y};
}

BodyMeasures measure_body(const anatomy::BaseAnatomy& base, anatomy::HabitusParameters habitus,
                          const anatomy::Interior& interior) {
  habitus.yaw = habitus.pitch = habitus.flattened_mm = 0;
  const anatomy::Habitus person(base, habitus);
  const Section chest = section(base, person, bodies::Girth::kChest),
                waist = section(base, person, bodies::Girth::kWaist),
                hip = section(base, person, bodies::Girth::kHip);
  BodyMeasures m{};
  m[kStature] = person.stature_mm();
  m[kMass] = person.mass_kg();
  m[kSittingHeight] = person.sitting_height_mm();
  m[kChestGirth] = chest.girth;
  m[kWaistGirth] = waist.girth;
  m[kHipGirth] = hip.girth;
  m[kChestDepth] = chest.depth;
  m[kHipBreadth] = hip.breadth;
  const auto organ = [&](anatomy::MeasuredOrgan which) { return extent(base, which, person, interior); };
  const auto height = [&](anatomy::MeasuredOrgan which) {
    const Extent box = organ(which);
    return box.high.z - box.low.z;
  };
  m[kRightLungHeight] = height(anatomy::kRightLungPoints);
  m[kLeftLungHeight] = height(anatomy::kLeftLungPoints);
  m[kRightKidneyLength] = height(anatomy::kRightKidneyPoints);
  m[kLeftKidneyLength] = height(anatomy::kLeftKidneyPoints);
  m[kLiverRightEdge] =
      person.from_base({base.midline_x, 0, 0}, anatomy::kTorso).x - organ(anatomy::kLiverPoints).low.x;
  return m;
}

}  // namespace skiagraph::population
