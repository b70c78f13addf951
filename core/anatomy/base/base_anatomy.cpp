#include "core/anatomy/base/base_anatomy.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/anatomy/base/body_fields.h"
#include "core/anatomy/base/label_set.h"
#include "core/anatomy/base/slice_interpolation.h"

namespace skiagraph::anatomy {
namespace {

/// Centre of the ball of the humerus, from its top.
Vec3 humeral_head_centre(Vec3 shoulder_top, double torso_mm) {
  constexpr double kRadiusShare = 0.04;  // 24 mm in a man of 600 mm
  return {shoulder_top.x, shoulder_top.y, shoulder_top.z - kRadiusShare * torso_mm};
}

bodies::Sex sex_of(const bodies::LabelVolume& volume, const OrganTable& organs) {
  const LabelSet female = labels_beginning(organs, {"Uterus", "Ovary"}),
                 male = labels_beginning(organs, {"Prostate", "Testis"});
  std::ptrdiff_t balance = 0;
  for (const std::uint8_t label : volume.labels)
    balance += static_cast<int>(male[label]) - static_cast<int>(female[label]);
  return balance < 0 ? bodies::Sex::kFemale : bodies::Sex::kMale;
}

/// Voxel centres of some labels, evenly thinned to at most about kPoints.
std::vector<Vec3> thinned_points(const bodies::LabelVolume& volume, const LabelSet& labels) {
  constexpr std::size_t kPoints = 4000;
  std::vector<Vec3> all;
  for (int k = 0; k < volume.nz; ++k)
    for (int j = 0; j < volume.ny; ++j)
      for (int i = 0; i < volume.nx; ++i)
        if (labels[volume.at(i, j, k)]) all.push_back(volume.position(i, j, k));
  const std::size_t stride = all.size() / kPoints + 1;
  std::vector<Vec3> points;
  for (std::size_t n = 0; n < all.size(); n += stride) points.push_back(all[n]);
  return points;
}

/// Lowest and highest voxel of some labels.
std::pair<double, double> height_range(const bodies::LabelVolume& volume, const LabelSet& labels) {
  const std::size_t slice = static_cast<std::size_t>(volume.nx) * volume.ny;
  const auto inside = [&](std::uint8_t label) { return labels[label]; };
  const auto first = std::ranges::find_if(volume.labels, inside);
  if (first == volume.labels.end()) return {0, 0};
  const auto last = std::find_if(volume.labels.rbegin(), volume.labels.rend(), inside).base() - 1;
  const auto z = [&](auto place) {
    const auto n = static_cast<std::size_t>(place - volume.labels.begin());
    return volume.position(0, 0, static_cast<double>(n / slice)).z;
  };
  return {z(first) - volume.spacing_mm.z / 2, z(last) + volume.spacing_mm.z / 2};
}

/// A person who lies points the toes, so the height of the sole is derived from the ankle.
void find_ends(const bodies::LabelVolume& volume, const OrganTable& organs, BaseAnatomy& base) {
  constexpr double kAnkleHeightShare = 0.117;  // of the torso: 70 mm in a man of 600 mm
  const auto [lowest, highest] = height_range(volume, ~LabelSet().set(0));
  const auto [ankle, knee] = height_range(volume, labels_beginning(organs, {"Tibiae"}));
  base.crown_z = highest;
  base.sole_z =
      knee > ankle ? std::max(lowest, ankle - kAnkleHeightShare * (base.neck_z - base.symphysis_z)) : lowest;
}

}  // namespace

Vec3 LegAxes::at(bool left, double z) const {
  const std::vector<Vec3>& axis = centres[left ? 1 : 0];
  if (axis.empty()) return {};
  const double place = std::clamp((top_z - z) / step_mm, 0.0, static_cast<double>(axis.size()) - 1);
  const auto upper = static_cast<std::size_t>(place), lower = std::min(upper + 1, axis.size() - 1);
  return axis[upper] + (axis[lower] - axis[upper]) * (place - static_cast<double>(upper));
}

BaseAnatomy build_base_anatomy(std::string name, const bodies::LabelVolume& labels,
                               const OrganTable& organs) {
  torch::NoGradGuard no_grad;
  const int factor =
      std::max(1, static_cast<int>(std::lround(labels.spacing_mm.z /
                                               std::sqrt(labels.spacing_mm.x * labels.spacing_mm.y))));
  const bodies::LabelVolume fine = interpolate_slices(labels, factor, tissue_kinds(organs));

  BaseAnatomy base;
  base.name = std::move(name);
  base.sex = sex_of(labels, organs);
  base.landmarks = landmark_rules(fine, organs);
  const Vec3 neck = base.landmark(Marker::kNeck), symphysis = base.landmark(Marker::kPubicSymphysis);
  base.midline_x = (neck.x + symphysis.x) / 2;
  base.neck_z = neck.z;
  base.symphysis_z = symphysis.z;
  find_ends(fine, organs, base);
  const double torso_mm = base.neck_z - base.symphysis_z;
  base.shoulder_joints = {humeral_head_centre(base.landmark(Marker::kShoulderRight), torso_mm),
                          humeral_head_centre(base.landmark(Marker::kShoulderLeft), torso_mm)};
  base.organs = {thinned_points(fine, labels_beginning(organs, {"Lung, right"})),
                 thinned_points(fine, labels_beginning(organs, {"Lung, left"})),
                 thinned_points(fine, labels_beginning(organs, {"Kidney, right"})),
                 thinned_points(fine, labels_beginning(organs, {"Kidney, left"})),
                 thinned_points(fine, labels_beginning(organs, {"Liver"}))};
  base.parts = split_body(fine, organs, base.midline_x, base.neck_z, base.symphysis_z, base.shoulder_joints);
  base.fat = measure_fat(fine, organs, base.midline_x, base.neck_z, base.symphysis_z);
  constexpr double kArmpitShare = 0.1;  // of the torso, below the lower shoulder joint
  const double armpit_z =
      std::min(base.shoulder_joints[0].z, base.shoulder_joints[1].z) - kArmpitShare * torso_mm;
  base.legs = leg_axes(fine, organs, base.midline_x, base.symphysis_z);
  base.mobility = interior_mobility(fine, organs, base.symphysis_z, armpit_z);
  return base;
}

}  // namespace skiagraph::anatomy
