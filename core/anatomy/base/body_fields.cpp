#include "core/anatomy/base/body_fields.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/anatomy/base/label_fields.h"

namespace skiagraph::anatomy {
namespace {

std::vector<float> table_of(const torch::Tensor& tensor) {
  const auto values = tensor.to(torch::kFloat32).contiguous();
  return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

/// 0 at the border of the labels and outside, 1 deeper than about 22 mm.
TensorField depth_field(const bodies::LabelVolume& volume, const LabelSet& labels) {
  constexpr int kFirst = 1, kSteps = 4;  // of 4 mm
  TensorField field = coarsened(volume, mask_of(volume, labels));
  auto depth = torch::zeros_like(field.values);
  auto shell = eroded((field.values > 0.9).to(torch::kFloat32), kFirst);
  for (int step = 0; step < kSteps; ++step, shell = eroded(shell, 1)) depth += shell / kSteps;
  field.values = (depth * depth * (3 - 2 * depth)).contiguous();
  return field;
}

/// 0 at the skin and outside. Where arms may touch the flanks their skins count as well; at the shoulders arm
/// and trunk are one.
TensorField inside_field(const bodies::LabelVolume& volume, const OrganTable& organs, double armpit_z) {
  TensorField field = depth_field(volume, body_labels() & ~arm_labels(organs));
  const auto whole = depth_field(volume, body_labels()).values;
  const auto z =
      torch::arange(field.values.size(0), torch::kFloat32) * field.spacing_mm.z + field.origin_mm.z;
  field.values = torch::where((z > armpit_z).reshape({-1, 1, 1}), whole, field.values).contiguous();
  return field;
}

/// About 1 in chest and belly, 0 in their wall.
TensorField cavity_field(const bodies::LabelVolume& volume, const OrganTable& organs) {
  const LabelSet viscera =
      labels_beginning(organs, {"Lung", "Liver", "Heart", "Stomach", "Spleen", "Kidney", "Adrenal",
                                "Pancreas", "Gall bladder", "Small intestine", "Ascending colon",
                                "Transverse colon", "Descending colon", "Bronchi", "Thymus"});
  TensorField field = coarsened(volume, mask_of(volume, viscera));
  field.values =
      blurred(eroded(dilated((field.values > 0.3).to(torch::kFloat32), 8), 3), 3.5).clamp(0, 1).contiguous();
  return field;
}

}  // namespace

InteriorMobility interior_mobility(const bodies::LabelVolume& volume, const OrganTable& organs,
                                   double symphysis_z, double armpit_z) {
  constexpr double kSpacingMm = 6, kBelowSymphysisMm = 260;
  const SampledField inside = sampled(inside_field(volume, organs, armpit_z)),
                     cavity = sampled(cavity_field(volume, organs));
  const GridGeometry& whole = inside.grid;
  const Vec3 low{whole.origin_mm.x, whole.origin_mm.y,
                 std::max(whole.origin_mm.z, symphysis_z - kBelowSymphysisMm)};
  const Vec3 size = whole.position(whole.nx - 1, whole.ny - 1, whole.nz - 1) - low;
  const auto nodes = [&](double length) { return static_cast<int>(length / kSpacingMm) + 2; };
  InteriorMobility mobility;
  mobility.grid = {nodes(size.x), nodes(size.y), nodes(size.z), low, {kSpacingMm, kSpacingMm, kSpacingMm}};
  mobility.any.resize(mobility.grid.count());
  mobility.viscera.resize(mobility.grid.count());
  std::size_t n = 0;
  for (int k = 0; k < mobility.grid.nz; ++k)
    for (int i = 0; i < mobility.grid.nx; ++i)
      for (int j = 0; j < mobility.grid.ny; ++j, ++n) {
        const Vec3 p = mobility.grid.position(i, j, k);
        mobility.any[n] = static_cast<float>(inside.at(p));
        mobility.viscera[n] = mobility.any[n] * cavity.at(p);
      }
  return mobility;
}

FatLayer measure_fat(const bodies::LabelVolume& volume, const OrganTable& organs, double midline_x,
                     double neck_z, double symphysis_z) {
  const LabelSet fat_labels = adipose_labels(organs) | labels_beginning(organs, {"Skin", "Breast"});
  LabelSet torso_labels = body_labels() & ~arm_labels(organs);
  const auto torso = mask_of(volume, torso_labels);
  const auto lean = mask_of(volume, torso_labels & ~fat_labels);

  const auto levels = torch::linspace(FatLayer::kLowestLevel, FatLayer::kHighestLevel, FatLayer::kLevels);
  const auto level_z = levels * (neck_z - symphysis_z) + symphysis_z;
  const auto k = ((level_z - volume.origin_mm.z) / volume.spacing_mm.z)
                     .round()
                     .clamp(0, volume.nz - 1)
                     .to(torch::kInt64);

  // Axis: the middle of the torso's depth near the midline.
  FatLayer layer;
  const auto i0 = std::lround((midline_x - 60 - volume.origin_mm.x) / volume.spacing_mm.x);
  const auto i1 = std::lround((midline_x + 60 - volume.origin_mm.x) / volume.spacing_mm.x);
  const auto y = torch::arange(volume.ny, torch::kFloat32) * volume.spacing_mm.y + volume.origin_mm.y;
  const auto weight = torso.slice(2, i0, i1).index_select(0, k).sum(2);  // (levels, ny)
  const auto axis = (weight * y).sum(1) / weight.sum(1).clamp_min(1);
  const auto known = weight.sum(1) > 0;
  const auto fallback = axis.masked_select(known).mean();
  const auto axis_y =
      blurred_along(torch::where(known, axis, fallback.expand_as(axis)).reshape({1, 1, -1}), 2, 4)
          .reshape(-1);
  layer.axis_y = table_of(axis_y);

  constexpr int kRadii = 180;
  constexpr double kRadiusStepMm = 2;
  const auto radius = torch::arange(kRadii, torch::kFloat32) * kRadiusStepMm;
  const auto direction =
      torch::arange(FatLayer::kDirections, torch::kFloat32) * (2 * std::numbers::pi / FatLayer::kDirections) -
      std::numbers::pi;
  const auto px = radius.reshape({1, 1, -1}) * direction.cos().reshape({1, -1, 1}) + midline_x;
  const auto py =
      radius.reshape({1, 1, -1}) * direction.sin().reshape({1, -1, 1}) + axis_y.reshape({-1, 1, 1});
  const auto i = ((px - volume.origin_mm.x) / volume.spacing_mm.x).round().to(torch::kInt64);
  const auto j = ((py - volume.origin_mm.y) / volume.spacing_mm.y).round().to(torch::kInt64);
  const auto valid = (i >= 0).logical_and(i < volume.nx).logical_and(j >= 0).logical_and(j < volume.ny);
  const auto place =
      (k.reshape({-1, 1, 1}) * volume.ny + j.clamp(0, volume.ny - 1)) * volume.nx + i.clamp(0, volume.nx - 1);
  const auto outermost = [&](const torch::Tensor& mask) {
    const auto seen =
        mask.flatten().index_select(0, place.flatten()).reshape(place.sizes()) * valid.to(torch::kFloat32);
    auto table = (seen * radius).amax(2);
    table = blurred_along(table.unsqueeze(0), 1, 4);
    table = torch::cat({table.slice(2, -6), table, table.slice(2, 0, 6)}, 2);  // directions close a circle
    return blurred_along(table, 2, 1.0).slice(2, 6, 6 + FatLayer::kDirections).squeeze(0).contiguous();
  };
  const auto skin_radius = outermost(torso);
  layer.skin_radius = table_of(skin_radius);
  layer.lean_radius =
      table_of(torch::minimum(outermost(lean), skin_radius - FatLayer::kLeastThicknessMm).clamp_min(0));
  return layer;
}

LegAxes leg_axes(const bodies::LabelVolume& volume, const OrganTable& organs, double midline_x,
                 double symphysis_z) {
  const LabelSet body = body_labels() & ~arm_labels(organs);
  LegAxes axes;
  axes.top_z = symphysis_z;
  for (double z = axes.top_z; z > volume.origin_mm.z; z -= axes.step_mm) {
    const int k = std::clamp(static_cast<int>(std::lround((z - volume.origin_mm.z) / volume.spacing_mm.z)), 0,
                             volume.nz - 1);
    std::array<Vec3, 2> sum{};
    std::array<int, 2> count{};
    for (int j = 0; j < volume.ny; ++j)
      for (int i = 0; i < volume.nx; ++i) {
        if (!body[volume.at(i, j, k)]) continue;
        const Vec3 p = volume.position(i, j, k);
        const std::size_t side = p.x > midline_x ? 1 : 0;
        sum[side] = sum[side] + p;
        ++count[side];
      }
    if (count[0] == 0 || count[1] == 0) break;
    // One depth for both: what lies on the midline belongs to neither.
    const double y = (sum[0].y + sum[1].y) / (count[0] + count[1]);
    for (const std::size_t side : {0, 1})
      axes.centres[side].push_back({sum[side].x / count[side], y, sum[side].z / count[side]});
  }
  return axes;
}

}  // namespace skiagraph::anatomy
