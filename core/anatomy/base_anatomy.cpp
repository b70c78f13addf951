#include "core/anatomy/base_anatomy.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

#include "core/anatomy/body_fields.h"
#include "core/anatomy/slice_interpolation.h"

namespace skiagraph {
namespace {

// The picture ends about 200 mm below the symphysis.
constexpr double kKeptBelowSymphysisMm = 320;

/// Drops the legs that no picture shows.
LabelVolume without_lower_legs(const LabelVolume& volume, double symphysis_z) {
  const int first = std::clamp(
      static_cast<int>((symphysis_z - kKeptBelowSymphysisMm - volume.origin_mm.z) / volume.spacing_mm.z), 0,
      volume.nz - 1);
  LabelVolume kept = volume;
  kept.nz = volume.nz - first;
  kept.origin_mm.z = volume.position(0, 0, first).z;
  kept.labels.assign(volume.labels.begin() + static_cast<std::ptrdiff_t>(volume.index(0, 0, first)),
                     volume.labels.end());
  return kept;
}

/// Centre of the ball of the humerus, from its top.
Vec3 humeral_head_centre(Vec3 shoulder_top) {
  constexpr double kHumeralHeadRadiusMm = 24;
  return {shoulder_top.x, shoulder_top.y, shoulder_top.z - kHumeralHeadRadiusMm};
}

}  // namespace

torch::Tensor SampledField::at(const torch::Tensor& points) const {
  const auto options = points.options();
  const auto size = torch::tensor({values.size(2), values.size(1), values.size(0)}, options);
  const auto index = (points - torch::tensor({origin_mm.x, origin_mm.y, origin_mm.z}, options)) /
                     torch::tensor({spacing_mm.x, spacing_mm.y, spacing_mm.z}, options);
  const auto grid = (index / (size - 1) * 2 - 1).reshape({1, 1, 1, -1, 3});
  namespace F = torch::nn::functional;
  const auto sampled = F::grid_sample(
      values.unsqueeze(0).unsqueeze(0), grid,
      F::GridSampleFuncOptions().mode(torch::kBilinear).padding_mode(torch::kZeros).align_corners(true));
  return sampled.reshape(points.sizes().slice(0, points.dim() - 1));
}

BaseAnatomy build_base_anatomy(std::string name, const LabelVolume& labels, const OrganTable& organs) {
  torch::NoGradGuard no_grad;
  const double symphysis_z =
      landmark_position(landmark_rules(labels, organs)[static_cast<std::size_t>(Marker::kPubicSymphysis)]).z;
  const LabelVolume kept = without_lower_legs(labels, symphysis_z);
  const int factor = static_cast<int>(std::lround(kept.spacing_mm.z / kept.spacing_mm.x));
  const LabelVolume fine = interpolate_slices(kept, factor, tissue_kinds(organs));

  BaseAnatomy base;
  base.name = std::move(name);
  base.landmarks = landmark_rules(fine, organs);
  const Vec3 neck = base.landmark(Marker::kNeck), symphysis = base.landmark(Marker::kPubicSymphysis);
  base.midline_x = (neck.x + symphysis.x) / 2;
  base.neck_z = neck.z;
  base.symphysis_z = symphysis.z;
  base.shoulder_joints = {humeral_head_centre(base.landmark(Marker::kShoulderRight)),
                          humeral_head_centre(base.landmark(Marker::kShoulderLeft))};
  base.parts = split_body(fine, organs, base.midline_x, base.shoulder_joints);
  base.fat = measure_fat(fine, organs, base.midline_x, base.neck_z, base.symphysis_z);
  base.inside = inside_field(fine, organs);
  base.cavity = cavity_field(fine, organs);
  return base;
}

}  // namespace skiagraph
