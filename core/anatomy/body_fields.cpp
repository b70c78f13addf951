#include "core/anatomy/body_fields.h"

#include <torch/torch.h>

#include <cmath>
#include <numbers>

#include "core/anatomy/label_set.h"
#include "core/anatomy/skin_mesh.h"

namespace skiagraph {
namespace {

namespace F = torch::nn::functional;

constexpr double kFieldSpacingMm = 4;

LabelSet body_labels() {
  LabelSet all;
  all.set();
  all.reset(0);
  return all;
}

/// What belongs to the arms wherever it lies.
LabelSet arm_labels(const OrganTable& organs) {
  return labels_containing(organs, {", arms"}) | labels_beginning(organs, {"Humeri", "Ulnae", "Wrists"});
}

/// What stays with the torso wherever it lies.
LabelSet girdle_labels(const OrganTable& organs) {
  return labels_beginning(organs, {"Clavicles", "Scapulae", "Ribs", "Lung", "Breast"});
}

/// 1 where `labels` are, as (D, H, W) float.
torch::Tensor mask_of(const LabelVolume& volume, const LabelSet& labels) {
  auto mask = torch::empty({volume.nz, volume.ny, volume.nx}, torch::kFloat32);
  float* out = mask.data_ptr<float>();
  for (std::size_t n = 0; n < volume.labels.size(); ++n) out[n] = labels[volume.labels[n]] ? 1.0F : 0.0F;
  return mask;
}

/// Mean over blocks of about kFieldSpacingMm.
SampledField coarsened(const LabelVolume& volume, const torch::Tensor& fine) {
  const auto stride = [](double spacing) {
    return std::max<std::int64_t>(1, std::lround(kFieldSpacingMm / spacing));
  };
  const std::array<std::int64_t, 3> s{stride(volume.spacing_mm.z), stride(volume.spacing_mm.y),
                                      stride(volume.spacing_mm.x)};
  SampledField field;
  field.values = F::avg_pool3d(fine.unsqueeze(0).unsqueeze(0), F::AvgPool3dFuncOptions({s[0], s[1], s[2]}))
                     .squeeze(0)
                     .squeeze(0);
  const Vec3 d = volume.spacing_mm;
  field.spacing_mm = {d.x * static_cast<double>(s[2]), d.y * static_cast<double>(s[1]),
                      d.z * static_cast<double>(s[0])};
  field.origin_mm = volume.origin_mm + (field.spacing_mm - d) * 0.5;
  return field;
}

/// Gaussian along one dimension of a volume, border repeated.
torch::Tensor blurred_along(const torch::Tensor& volume, int dimension, double sigma) {
  const int radius = static_cast<int>(std::ceil(2.5 * sigma));
  const auto offsets = torch::arange(-radius, radius + 1, torch::kFloat32);
  auto kernel = torch::exp(-0.5 * (offsets / sigma).square());
  kernel = kernel / kernel.sum();
  const auto moved = volume.movedim(dimension, -1);
  const auto rows = moved.reshape({-1, 1, moved.size(-1)});
  const auto padded = F::pad(rows, F::PadFuncOptions({radius, radius}).mode(torch::kReplicate));
  return F::conv1d(padded, kernel.reshape({1, 1, -1}))
      .reshape(moved.sizes())
      .movedim(-1, dimension)
      .contiguous();
}

torch::Tensor blurred(torch::Tensor volume, double sigma_voxels) {
  for (int dimension = 0; dimension < 3; ++dimension) volume = blurred_along(volume, dimension, sigma_voxels);
  return volume;
}

torch::Tensor dilated(const torch::Tensor& mask, std::int64_t radius) {
  auto wide = mask.unsqueeze(0).unsqueeze(0);
  for (std::int64_t step = 0; step < radius; ++step)
    wide = F::max_pool3d(wide, F::MaxPool3dFuncOptions(3).stride(1).padding(1));
  return wide.squeeze(0).squeeze(0);
}

torch::Tensor eroded(const torch::Tensor& mask, std::int64_t radius) {
  return 1 - dilated(1 - mask, radius);
}

TriangleMesh skin_of(const LabelVolume& volume, const torch::Tensor& part) {
  SampledField field = coarsened(volume, part);
  field.values = F::pad(blurred(field.values, 0.6), F::PadFuncOptions({2, 2, 2, 2, 2, 2})).contiguous();
  field.origin_mm = field.origin_mm - field.spacing_mm * 2;
  ScalarGrid grid{static_cast<int>(field.values.size(2)),
                  static_cast<int>(field.values.size(1)),
                  static_cast<int>(field.values.size(0)),
                  field.spacing_mm,
                  field.origin_mm,
                  {}};
  const float* values = field.values.data_ptr<float>();
  grid.values.assign(values, values + field.values.numel());
  return surface_nets(grid, 0.5F);
}

torch::Tensor attenuation_of(const LabelVolume& volume, const OrganTable& organs) {
  std::array<float, 256> by_label{};
  for (std::size_t label = 1; label < organs.size(); ++label)
    by_label[label] = static_cast<float>(organs[label].attenuation_per_mm());
  auto attenuation = torch::empty({volume.nz, volume.ny, volume.nx}, torch::kFloat32);
  float* out = attenuation.data_ptr<float>();
  for (std::size_t n = 0; n < volume.labels.size(); ++n) out[n] = by_label[volume.labels[n]];
  return attenuation;
}

/// The box around all non-zero voxels with a margin; slices of the three dimensions.
std::array<std::pair<std::int64_t, std::int64_t>, 3> bounds(const torch::Tensor& mask) {
  constexpr std::int64_t kMargin = 4;
  std::array<std::pair<std::int64_t, std::int64_t>, 3> box;
  for (int d = 0; d < 3; ++d) {
    const auto profile = mask.amax(d == 0   ? std::vector<std::int64_t>{1, 2}
                                   : d == 1 ? std::vector<std::int64_t>{0, 2}
                                            : std::vector<std::int64_t>{0, 1});
    const auto used = profile.nonzero();
    box[d] = used.numel() == 0
                 ? std::pair<std::int64_t, std::int64_t>{0, 1}
                 : std::pair{std::max<std::int64_t>(0, used.min().item<std::int64_t>() - kMargin),
                             std::min(mask.size(d), used.max().item<std::int64_t>() + 1 + kMargin)};
  }
  return box;
}

BodyPart make_part(const LabelVolume& volume, const torch::Tensor& attenuation, const torch::Tensor& mask) {
  BodyPart part;
  part.skin = skin_of(volume, mask);
  const auto box = bounds(mask);
  const auto cropped = [&](const torch::Tensor& whole) {
    return whole.slice(0, box[0].first, box[0].second)
        .slice(1, box[1].first, box[1].second)
        .slice(2, box[2].first, box[2].second);
  };
  part.attenuation.values = blurred(cropped(attenuation) * cropped(mask), 0.8);
  part.attenuation.spacing_mm = volume.spacing_mm;
  part.attenuation.origin_mm =
      volume.position(static_cast<double>(box[2].first), static_cast<double>(box[1].first),
                      static_cast<double>(box[0].first));
  return part;
}

/// 1 within `radius` of `centre` on the field's grid.
torch::Tensor ball(const SampledField& field, Vec3 centre, double radius) {
  const auto axis = [](std::int64_t n, double origin, double spacing, double c) {
    return (torch::arange(n, torch::kFloat32) * spacing + (origin - c)).square();
  };
  const auto z = axis(field.values.size(0), field.origin_mm.z, field.spacing_mm.z, centre.z);
  const auto y = axis(field.values.size(1), field.origin_mm.y, field.spacing_mm.y, centre.y);
  const auto x = axis(field.values.size(2), field.origin_mm.x, field.spacing_mm.x, centre.x);
  return (z.reshape({-1, 1, 1}) + y.reshape({1, -1, 1}) + x < radius * radius).to(torch::kFloat32);
}

/// 1 outwards of the humeri's axes and within `radius_mm` inwards, slice by slice; the shoulder joint stands
/// in above the bone.
torch::Tensor upper_arm_columns(const SampledField& humeri, double midline_x,
                                const std::array<Vec3, 2>& joints, double radius_mm) {
  const auto x =
      torch::arange(humeri.values.size(2), torch::kFloat32) * humeri.spacing_mm.x + humeri.origin_mm.x;
  const auto y =
      torch::arange(humeri.values.size(1), torch::kFloat32) * humeri.spacing_mm.y + humeri.origin_mm.y;
  auto columns = torch::zeros_like(humeri.values);
  for (const bool left : {false, true}) {
    const auto bone = humeri.values * (left ? x > midline_x : x <= midline_x).to(torch::kFloat32);
    const auto mass = bone.sum({1, 2}), weight = mass.clamp_min(1e-6);
    const auto axis = [&](const torch::Tensor& moment, double joint) {
      return torch::where(mass > 0.5, moment / weight, torch::full_like(mass, joint)).reshape({-1, 1, 1});
    };
    const Vec3 joint = joints[left ? 1 : 0];
    const auto axis_x = axis((bone * x).sum({1, 2}), joint.x);
    const auto axis_y = axis((bone * y.unsqueeze(1)).sum({1, 2}), joint.y);
    const auto distance2 = (x - axis_x).square() + (y.reshape({1, -1, 1}) - axis_y).square();
    const auto outwards = left ? x > axis_x : x < axis_x;
    columns =
        torch::maximum(columns, (distance2 < radius_mm * radius_mm).logical_or(outwards).to(torch::kFloat32));
  }
  return columns;
}

/// The arms on the coarse grid. The labels call the shoulder and the upper quarter of the arm trunk, so there
/// each place near the humerus belongs to the bone that reaches it first: humerus or shoulder girdle and
/// ribs.
SampledField arm_field(const LabelVolume& volume, const OrganTable& organs, double midline_x,
                       const std::array<Vec3, 2>& shoulder_joints) {
  constexpr double kShoulderTopMm = 45, kUpperArmMm = 170, kUpperArmRadiusMm = 52;
  constexpr int kReachSteps = 13;
  const auto body = (coarsened(volume, mask_of(volume, body_labels())).values > 0).to(torch::kFloat32);
  const SampledField humeri = coarsened(volume, mask_of(volume, labels_beginning(organs, {"Humeri"})));
  SampledField field = coarsened(volume, mask_of(volume, arm_labels(organs)));
  auto arm = (field.values > 0.5).to(torch::kFloat32);
  auto girdle =
      (coarsened(volume, mask_of(volume, girdle_labels(organs))).values > 0.25).to(torch::kFloat32) *
      (1 - arm);
  const auto z =
      (torch::arange(field.values.size(0), torch::kFloat32) * field.spacing_mm.z + field.origin_mm.z)
          .reshape({-1, 1, 1});
  const double top = std::max(shoulder_joints[0].z, shoulder_joints[1].z) + kShoulderTopMm;
  const double low = std::min(shoulder_joints[0].z, shoulder_joints[1].z) - kUpperArmMm;
  const auto shoulder = (z < top).logical_and(z > low).to(torch::kFloat32) * body;
  const auto near_humerus = upper_arm_columns(humeri, midline_x, shoulder_joints, kUpperArmRadiusMm);
  for (int step = 0; step < kReachSteps; ++step) {
    arm = torch::maximum(arm, dilated(arm, 1) * shoulder * near_humerus * (1 - girdle));
    girdle = torch::maximum(girdle, dilated(girdle, 1) * shoulder * (1 - arm));
  }
  field.values = arm;
  return field;
}

/// What is left of the body without the arms, free of the slivers that coarse arms leave along their skin.
SampledField torso_field(const LabelVolume& volume, const SampledField& arms) {
  SampledField field = arms;
  const auto body = (coarsened(volume, mask_of(volume, body_labels())).values > 0.5).to(torch::kFloat32);
  field.values = dilated(eroded(body * (1 - arms.values), 1), 2) * (1 - arms.values);
  return field;
}

/// A coarse mask on the voxels of the volume.
torch::Tensor refined(const SampledField& field, const LabelVolume& volume) {
  const auto fine = F::interpolate(field.values.unsqueeze(0).unsqueeze(0),
                                   F::InterpolateFuncOptions()
                                       .size(std::vector<std::int64_t>{volume.nz, volume.ny, volume.nx})
                                       .mode(torch::kTrilinear)
                                       .align_corners(false));
  return (fine.squeeze(0).squeeze(0) > 0.5).to(torch::kFloat32);
}

}  // namespace

std::array<BodyPart, kBodyPartCount> split_body(const LabelVolume& volume, const OrganTable& organs,
                                                double midline_x,
                                                const std::array<Vec3, 2>& shoulder_joints) {
  constexpr double kShoulderReachMm = 60;
  const auto attenuation = attenuation_of(volume, organs);
  const auto body = mask_of(volume, body_labels());
  const SampledField arms = arm_field(volume, organs, midline_x, shoulder_joints);
  std::array<BodyPart, kBodyPartCount> parts;
  parts[kTorso] = make_part(volume, attenuation, body * refined(torso_field(volume, arms), volume));
  for (const bool left : {false, true}) {
    const auto x = torch::arange(arms.values.size(2), torch::kFloat32) * arms.spacing_mm.x + arms.origin_mm.x;
    SampledField arm = arms;
    arm.values = arms.values * (left ? x > midline_x : x <= midline_x).to(torch::kFloat32);
    const auto shoulder = ball(arm, shoulder_joints[left ? 1 : 0], kShoulderReachMm);
    arm.values = torch::maximum(dilated(arm.values, 1), dilated(arm.values, 3) * shoulder);
    parts[left ? kLeftArm : kRightArm] = make_part(volume, attenuation, body * refined(arm, volume));
  }
  return parts;
}

FatLayer measure_fat(const LabelVolume& volume, const OrganTable& organs, double midline_x, double neck_z,
                     double symphysis_z) {
  const LabelSet fat_labels = labels_beginning(organs, {"Residual tissue", "Skin", "Breast"});
  LabelSet torso_labels = body_labels() & ~arm_labels(organs);
  const auto torso = mask_of(volume, torso_labels);
  const auto lean = mask_of(volume, torso_labels & ~fat_labels & ~LabelSet().set(141));

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
  layer.axis_y = blurred_along(torch::where(known, axis, fallback.expand_as(axis)).reshape({1, 1, -1}), 2, 4)
                     .reshape(-1);

  constexpr int kRadii = 180;
  constexpr double kRadiusStepMm = 2;
  const auto radius = torch::arange(kRadii, torch::kFloat32) * kRadiusStepMm;
  const auto direction =
      torch::arange(FatLayer::kDirections, torch::kFloat32) * (2 * std::numbers::pi / FatLayer::kDirections) -
      std::numbers::pi;
  const auto px = radius.reshape({1, 1, -1}) * direction.cos().reshape({1, -1, 1}) + midline_x;
  const auto py =
      radius.reshape({1, 1, -1}) * direction.sin().reshape({1, -1, 1}) + layer.axis_y.reshape({-1, 1, 1});
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
  layer.skin_radius = outermost(torso);
  layer.lean_radius =
      torch::minimum(outermost(lean), layer.skin_radius - FatLayer::kLeastThicknessMm).clamp_min(0);
  return layer;
}

SampledField inside_field(const LabelVolume& volume, const OrganTable& organs) {
  constexpr int kSteps = 4;  // times kFieldSpacingMm
  SampledField field = coarsened(volume, mask_of(volume, body_labels() & ~arm_labels(organs)));
  const auto body = (field.values > 0.99).to(torch::kFloat32);
  auto depth = torch::zeros_like(body);
  auto shell = eroded(body, 1);
  for (int step = 0; step < kSteps; ++step, shell = eroded(shell, 1)) depth += shell / kSteps;
  field.values = (depth * depth * (3 - 2 * depth)).contiguous();
  return field;
}

SampledField cavity_field(const LabelVolume& volume, const OrganTable& organs) {
  const LabelSet viscera =
      labels_beginning(organs, {"Lung", "Liver", "Heart", "Stomach", "Spleen", "Kidney", "Adrenal",
                                "Pancreas", "Gall bladder", "Small intestine", "Ascending colon",
                                "Transverse colon", "Descending colon", "Bronchi", "Thymus"});
  SampledField field = coarsened(volume, mask_of(volume, viscera));
  field.values =
      blurred(eroded(dilated((field.values > 0.3).to(torch::kFloat32), 7), 3), 4.0).clamp(0, 1).contiguous();
  return field;
}

}  // namespace skiagraph
