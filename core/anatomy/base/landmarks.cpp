#include "core/anatomy/base/landmarks.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>

#include "core/anatomy/base/label_set.h"
#include "core/base/error.h"

namespace skiagraph::anatomy {
namespace {

using Reduce = LandmarkRule::Reduce;
using Points = std::vector<Vec3>;

constexpr double kExtremeSlabMm = 3;
constexpr std::size_t kPointsPerRule = 4000;
/// Of the distance from neck to symphysis: 23 mm in a man of 600 mm.
constexpr double kFemoralHeadRadiusShare = 0.038;

Points points_where(const bodies::LabelVolume& volume, const LabelSet& labels) {
  Points points;
  for (int k = 0; k < volume.nz; ++k)
    for (int j = 0; j < volume.ny; ++j)
      for (int i = 0; i < volume.nx; ++i)
        if (labels[volume.at(i, j, k)]) points.push_back(volume.position(i, j, k));
  return points;
}

Points points_of(const bodies::LabelVolume& volume, const LabelSet& labels, const std::string& what) {
  Points points = points_where(volume, labels);
  if (points.empty())
    throw InputError("anatomy.organ_missing", "The base anatomy has no {}; a landmark cannot be placed.",
                     what);
  return points;
}

Points where(const Points& points, const std::function<bool(Vec3)>& keep, const std::string& what) {
  Points kept;
  std::ranges::copy_if(points, std::back_inserter(kept), keep);
  if (kept.empty())
    throw InputError("anatomy.organ_shape",
                     "The base anatomy's {} has an unexpected shape; a landmark cannot be placed.", what);
  return kept;
}

Vec3 mean(const Points& points) {
  Vec3 sum;
  for (const Vec3 p : points) sum = sum + p;
  return sum * (1.0 / static_cast<double>(points.size()));
}

double top(const Points& points) {
  return std::ranges::max(points, {}, &Vec3::z).z;
}
double bottom(const Points& points) {
  return std::ranges::min(points, {}, &Vec3::z).z;
}

/// Keeps the points that can decide the rule, at most kPointsPerRule of them.
Points thinned(Points points, Reduce reduce) {
  if (reduce != Reduce::kMean) {
    const double sign = reduce == Reduce::kHighest ? 1 : -1;
    std::ranges::sort(points, [&](Vec3 a, Vec3 b) { return sign * a.z > sign * b.z; });
    // The extreme fifth and a good many of the rest: a deformation can make another place the extreme one.
    points.resize(
        std::max<std::size_t>(points.size() / 5, std::min<std::size_t>(points.size(), kPointsPerRule)));
  }
  const std::size_t stride = (points.size() + kPointsPerRule - 1) / kPointsPerRule;
  Points kept;
  for (std::size_t n = 0; n < points.size(); n += stride) kept.push_back(points[n]);
  return kept;
}

/// The head: the ball at the medial end of the femur's top. Its centre lies one radius below the top and one
/// radius to the side of the most medial point.
Points femoral_head(const Points& femur, double midline, double radius) {
  const double z_top = top(femur);
  const Points upper = where(
      femur, [&](Vec3 p) { return p.z > z_top - 2 * radius; }, "femur");
  const double medial =
      std::abs(std::ranges::min(upper, {}, [&](Vec3 p) { return std::abs(p.x - midline); }).x - midline);
  return where(
      upper, [&](Vec3 p) { return std::abs(p.x - midline) < medial + 2 * radius; }, "femoral head");
}

/// Where the pelvis bridges the midline in front.
Points symphysis(const Points& pelvis, double midline) {
  constexpr double kHalfWidthMm = 12;
  Points bridge = where(
      pelvis, [&](Vec3 p) { return std::abs(p.x - midline) < kHalfWidthMm; }, "pelvis at the midline");
  const double front = std::ranges::min(bridge, {}, &Vec3::y).y;
  constexpr double kDepthMm = 45;
  return where(
      bridge, [&](Vec3 p) { return p.y < front + kDepthMm; }, "pubic symphysis");
}

/// The border between the last cervical and the first thoracic vertebra.
Points neck(const Points& cervical, const Points& thoracic) {
  const double level = (bottom(cervical) + top(thoracic)) / 2;
  constexpr double kHalfHeightMm = 10;
  Points both = cervical;
  both.insert(both.end(), thoracic.begin(), thoracic.end());
  return where(
      both, [&](Vec3 p) { return std::abs(p.z - level) < kHalfHeightMm; }, "border of neck and chest");
}

/// The fork of the windpipe. A label "Trachea" may end far above it (20 mm in ICRP's man), so the airway is
/// both labels: below the highest slice in which it parts about the midline, and above that by the wall
/// between the two bronchi.
Points carina(const Points& trachea, const Points& bronchi, double voxel_mm) {
  const double gap_mm = std::max(4.0, 1.5 * voxel_mm);
  constexpr double kSliceMm = 2.5, kMidlineMm = 9, kReachMm = 25, kWallMm = 5;
  Points airway = trachea;
  airway.insert(airway.end(), bronchi.begin(), bronchi.end());
  std::map<long, std::vector<double>> slices;  // x by height
  for (const Vec3 p : airway) slices[std::lround(p.z / kSliceMm)].push_back(p.x);
  const double end = bottom(trachea);
  const double midline = mean(where(
                                  trachea, [&](Vec3 p) { return p.z < end + kReachMm; }, "trachea"))
                             .x;
  const auto parts = [&](double a, double b) {
    return b - a > gap_mm && std::abs((a + b) / 2 - midline) < kMidlineMm;
  };
  double fork = end;
  for (auto slice = slices.rbegin(); slice != slices.rend(); ++slice) {
    if (static_cast<double>(slice->first) * kSliceMm > end + kSliceMm) continue;  // a tube's two walls
    std::ranges::sort(slice->second);
    if (std::ranges::adjacent_find(slice->second, parts) == slice->second.end()) continue;
    fork = static_cast<double>(slice->first) * kSliceMm + kWallMm;
    break;
  }
  return where(
      airway,
      [&](Vec3 p) { return std::abs(p.z - fork) < 2 * kSliceMm && std::abs(p.x - midline) < kReachMm; },
      "fork of the trachea");
}

}  // namespace

Vec3 LandmarkRule::apply(const Points& moved) const {
  if (reduce == Reduce::kMean) return mean(moved);
  const double extreme = reduce == Reduce::kHighest ? top(moved) : bottom(moved);
  Points slab;
  std::ranges::copy_if(moved, std::back_inserter(slab),
                       [&](Vec3 p) { return std::abs(p.z - extreme) <= kExtremeSlabMm; });
  return mean(slab);
}

LandmarkRules landmark_rules(const bodies::LabelVolume& volume, const OrganTable& organs) {
  const auto organ = [&](std::initializer_list<std::string_view> names) {
    return points_of(volume, labels_beginning(organs, names), "\"" + std::string(*names.begin()) + "\"");
  };
  const Points thoracic = organ({"Thoracic spine"});
  const double midline = mean(thoracic).x;
  const auto side = [&](const Points& points, bool left, const std::string& what) {
    return where(
        points, [&](Vec3 p) { return (p.x > midline) == left; }, what);
  };
  const Points lung_right = organ({"Lung, right"}), lung_left = organ({"Lung, left"});
  const Points sternum = organ({"Sternum"}), trachea = organ({"Trachea"}),
               bronchi = points_where(volume, labels_beginning(organs, {"Bronchi"})),
               liver = organ({"Liver"});
  const Points pelvis = organ({"Pelvis"}), femora = organ({"Femora, upper half"}),
               humeri = organ({"Humeri, upper half"});
  const Points neck_points = neck(organ({"Cervical spine"}), thoracic),
               symphysis_points = symphysis(pelvis, midline);
  const double head_radius = kFemoralHeadRadiusShare * (mean(neck_points).z - mean(symphysis_points).z);

  LandmarkRules rules;
  const auto set = [&](Marker marker, Reduce reduce, const Points& points) {
    rules[static_cast<std::size_t>(marker)] = {marker, reduce, thinned(points, reduce)};
  };
  set(Marker::kNeck, Reduce::kMean, neck_points);
  set(Marker::kLungTopRight, Reduce::kHighest, lung_right);
  set(Marker::kLungTopLeft, Reduce::kHighest, lung_left);
  set(Marker::kSternalNotch, Reduce::kHighest, sternum);
  set(Marker::kSternumTip, Reduce::kLowest, sternum);
  set(Marker::kCarina, Reduce::kMean, carina(trachea, bronchi, volume.spacing_mm.x));
  set(Marker::kLiverTop, Reduce::kHighest, liver);
  set(Marker::kLiverBottom, Reduce::kLowest, liver);
  set(Marker::kKidneyCentreRight, Reduce::kMean, organ({"Kidney, right"}));
  set(Marker::kKidneyCentreLeft, Reduce::kMean, organ({"Kidney, left"}));
  set(Marker::kIliacCrestRight, Reduce::kHighest, side(pelvis, false, "pelvis"));
  set(Marker::kIliacCrestLeft, Reduce::kHighest, side(pelvis, true, "pelvis"));
  set(Marker::kPubicSymphysis, Reduce::kMean, symphysis_points);
  set(Marker::kFemoralHeadRight, Reduce::kMean,
      femoral_head(side(femora, false, "femora"), midline, head_radius));
  set(Marker::kFemoralHeadLeft, Reduce::kMean,
      femoral_head(side(femora, true, "femora"), midline, head_radius));
  set(Marker::kShoulderRight, Reduce::kHighest, side(humeri, false, "humeri"));
  set(Marker::kShoulderLeft, Reduce::kHighest, side(humeri, true, "humeri"));
  set(Marker::kLungBottomLeft, Reduce::kLowest, lung_left);
  return rules;
}

}  // namespace skiagraph::anatomy
