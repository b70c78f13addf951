#include <torch/nn/functional/padding.h>

#include <algorithm>
#include <cmath>

#include "core/anatomy/base/body_fields.h"
#include "core/anatomy/base/label_fields.h"
#include "core/bodies/skin_mesh.h"

namespace skiagraph::anatomy {
namespace {

namespace F = torch::nn::functional;

// The picture ends about 200 mm below the symphysis.
constexpr double kKeptBelowSymphysisMm = 320;

/// Labels that belong to the torso even beside the arm.
LabelSet girdle_labels(const OrganTable& organs) {
  return labels_beginning(organs, {"Clavicles", "Scapulae", "Ribs", "Lung", "Breast"});
}

geometry::TriangleMesh skin_of(const bodies::LabelVolume& volume, const torch::Tensor& part) {
  TensorField field = coarsened(volume, part);
  field.values = F::pad(blurred(field.values, 0.6), F::PadFuncOptions({2, 2, 2, 2, 2, 2})).contiguous();
  field.origin_mm = field.origin_mm - field.spacing_mm * 2;
  bodies::ScalarGrid grid{static_cast<int>(field.values.size(2)),
                          static_cast<int>(field.values.size(1)),
                          static_cast<int>(field.values.size(0)),
                          field.spacing_mm,
                          field.origin_mm,
                          {}};
  const float* values = field.values.data_ptr<float>();
  grid.values.assign(values, values + field.values.numel());
  return bodies::surface_nets(grid, 0.5F);
}

/// A value per label, for every voxel.
torch::Tensor by_label(const bodies::LabelVolume& volume, const OrganTable& organs,
                       double (*value)(const Organ&)) {
  std::array<float, 256> table{};
  for (std::size_t label = 1; label < organs.size(); ++label)
    table[label] = organs[label].name.empty() ? 0.0F : static_cast<float>(value(organs[label]));
  auto values = torch::empty({volume.nz, volume.ny, volume.nx}, torch::kFloat32);
  float* out = values.data_ptr<float>();
  for (std::size_t n = 0; n < volume.labels.size(); ++n) out[n] = table[volume.labels[n]];
  return values;
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

/// 1 within `radius` of `centre` on the field's grid.
torch::Tensor ball(const TensorField& field, Vec3 centre, double radius) {
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
torch::Tensor upper_arm_columns(const TensorField& humeri, double midline_x,
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

/// The arms on the coarse grid. The labels count the shoulder and the upper quarter of the arm as trunk.
/// There each place near the humerus belongs to the nearer bone: the humerus, or the shoulder girdle and the
/// ribs.
TensorField arm_field(const bodies::LabelVolume& volume, const OrganTable& organs, double midline_x,
                      double torso_mm, const std::array<Vec3, 2>& shoulder_joints) {
  // Of the torso: 45, 170 and 52 mm in a man of 600 mm.
  constexpr double kShoulderTop = 0.075, kUpperArm = 0.283, kUpperArmRadius = 0.087;
  constexpr int kReachSteps = 13;
  const auto body = (coarsened(volume, mask_of(volume, body_labels())).values > 0).to(torch::kFloat32);
  const TensorField humeri = coarsened(volume, mask_of(volume, labels_beginning(organs, {"Humeri"})));
  TensorField field = coarsened(volume, mask_of(volume, arm_labels(organs)));
  auto arm = (field.values > 0.5).to(torch::kFloat32);
  auto girdle =
      (coarsened(volume, mask_of(volume, girdle_labels(organs))).values > 0.25).to(torch::kFloat32) *
      (1 - arm);
  const auto z =
      (torch::arange(field.values.size(0), torch::kFloat32) * field.spacing_mm.z + field.origin_mm.z)
          .reshape({-1, 1, 1});
  const double top = std::max(shoulder_joints[0].z, shoulder_joints[1].z) + kShoulderTop * torso_mm;
  const double low = std::min(shoulder_joints[0].z, shoulder_joints[1].z) - kUpperArm * torso_mm;
  const auto shoulder = (z < top).logical_and(z > low).to(torch::kFloat32) * body;
  const auto near_humerus = upper_arm_columns(humeri, midline_x, shoulder_joints, kUpperArmRadius * torso_mm);
  for (int step = 0; step < kReachSteps; ++step) {
    arm = torch::maximum(arm, dilated(arm, 1) * shoulder * near_humerus * (1 - girdle));
    girdle = torch::maximum(girdle, dilated(girdle, 1) * shoulder * (1 - arm));
  }
  // The growth slice by slice leaves steps.
  constexpr double kSmoothCells = 1.5;
  const auto smooth = (blurred(arm, kSmoothCells) > 0.5).to(torch::kFloat32) * body;
  field.values = torch::where(shoulder > 0, smooth, arm);
  return field;
}

/// The body without the arms, and without the thin layer that coarse arms leave along their skin.
TensorField torso_field(const bodies::LabelVolume& volume, const TensorField& arms, double shoulder_z) {
  TensorField field = arms;
  const auto body = (coarsened(volume, mask_of(volume, body_labels())).values > 0.5).to(torch::kFloat32);
  const auto rest = body * (1 - arms.values);
  const auto opened = [&](int radius) { return dilated(eroded(rest, radius), radius + 1); };
  // Ears and nose are as thin as that layer.
  const auto below_head =
      (torch::arange(field.values.size(0), torch::kFloat32) * field.spacing_mm.z + field.origin_mm.z <
       shoulder_z)
          .reshape({-1, 1, 1});
  field.values = torch::where(below_head, opened(3), opened(1)) * (1 - arms.values);
  return field;
}

std::array<LabelSet, kVariedTissueCount> varied_tissues(const OrganTable& organs) {
  std::array<LabelSet, kVariedTissueCount> sets;
  sets[kLungRight] = labels_beginning(organs, {"Lung, right"});
  sets[kLungLeft] = labels_beginning(organs, {"Lung, left"});
  sets[kKidneyRight] = labels_beginning(organs, {"Kidney, right"});
  sets[kKidneyLeft] = labels_beginning(organs, {"Kidney, left"});
  sets[kCorticalBone] = labels_containing(organs, {"cortical", "Cortical"});
  sets[kTrabecularBone] = labels_containing(organs, {"spongiosa", "Spongiosa", "trabecular", "Trabecular"});
  sets[kBowelContents] = labels_beginning(
      organs, {"Small intestine contents", "Ascending colon contents", "Transverse colon contents",
               "Descending colon contents", "Sigmoid colon contents"});
  sets[kStomachContents] = labels_beginning(organs, {"Stomach contents"});
  sets[kHeart] = labels_beginning(organs, {"Heart"});
  sets[kSpine] = labels_beginning(organs, {"Thoracic spine", "Lumbar spine"});
  return sets;
}

/// What all parts are made from.
struct Whole {
  const bodies::LabelVolume& volume;
  torch::Tensor attenuation, density;
  std::array<LabelSet, kVariedTissueCount> tissues;
  double lowest_z;  ///< nothing below is in any picture
};

std::vector<MassCell> mass_cells(const Whole& whole, const torch::Tensor& owned) {
  constexpr double kCellMm = 16;
  const TensorField cells = coarsened(whole.volume, whole.density * owned, kCellMm);
  const Vec3 d = cells.spacing_mm;
  const double cell_cm3 = d.x * d.y * d.z / 1000;
  std::vector<MassCell> mass;
  const SampledField field = sampled(cells);
  for (int k = 0; k < field.grid.nz; ++k)
    for (int i = 0; i < field.grid.nx; ++i)
      for (int j = 0; j < field.grid.ny; ++j)
        if (const double density = field.values[field.grid.index(i, j, k)]; density > 0)
          mass.push_back({field.grid.position(i, j, k), density * cell_cm3 / 1000});
  return mass;
}

/// mask: the voxels of the part; owned: those that no other part has.
BodyPart make_part(const Whole& whole, const torch::Tensor& mask, const torch::Tensor& owned) {
  const bodies::LabelVolume& volume = whole.volume;
  BodyPart part;
  part.skin = skin_of(volume, mask);
  part.mass = mass_cells(whole, owned);
  auto box = bounds(mask);
  const auto lowest = static_cast<std::int64_t>((whole.lowest_z - volume.origin_mm.z) / volume.spacing_mm.z);
  box[0].first = std::clamp<std::int64_t>(lowest, box[0].first, box[0].second - 2);
  const auto cropped = [&](const torch::Tensor& all) {
    return all.slice(0, box[0].first, box[0].second)
        .slice(1, box[1].first, box[1].second)
        .slice(2, box[2].first, box[2].second);
  };
  const auto corner = volume.position(static_cast<double>(box[2].first), static_cast<double>(box[1].first),
                                      static_cast<double>(box[0].first));
  part.attenuation = sampled({cropped(whole.attenuation) * cropped(mask), corner, volume.spacing_mm});
  const auto shown = cropped(mask).permute({0, 2, 1}).contiguous();
  const float* is_shown = shown.data_ptr<float>();
  const GridGeometry& grid = part.attenuation.grid;
  std::uint32_t n = 0;
  for (int k = 0; k < grid.nz; ++k)
    for (int i = 0; i < grid.nx; ++i)
      for (int j = 0; j < grid.ny; ++j, ++n) {
        if (is_shown[n] == 0) continue;
        const std::uint8_t label =
            volume.at(i + static_cast<int>(box[2].first), j + static_cast<int>(box[1].first),
                      k + static_cast<int>(box[0].first));
        for (int tissue = 0; tissue < kVariedTissueCount; ++tissue)
          if (whole.tissues[tissue][label]) part.voxels[tissue].push_back(n);
      }
  return part;
}

}  // namespace

std::array<BodyPart, kBodyPartCount> split_body(const bodies::LabelVolume& volume, const OrganTable& organs,
                                                double midline_x, double neck_z, double symphysis_z,
                                                const std::array<Vec3, 2>& shoulder_joints) {
  const double torso_mm = neck_z - symphysis_z, shoulder_reach_mm = 0.1 * torso_mm;
  const Whole whole{volume,
                    by_label(volume, organs, [](const Organ& organ) { return organ.attenuation_per_mm(); }),
                    by_label(volume, organs, [](const Organ& organ) { return organ.density_g_per_cm3; }),
                    varied_tissues(organs), symphysis_z - kKeptBelowSymphysisMm};
  const auto body = mask_of(volume, body_labels());
  const TensorField arms = arm_field(volume, organs, midline_x, torso_mm, shoulder_joints);
  const double shoulder_z = std::min(shoulder_joints[0].z, shoulder_joints[1].z);
  const auto arms_alone = body * refined(arms, volume);
  std::array<BodyPart, kBodyPartCount> parts;
  parts[kTorso] =
      make_part(whole, body * refined(torso_field(volume, arms, shoulder_z), volume), body - arms_alone);
  for (const bool left : {false, true}) {
    const auto on_side = [&](const Vec3& origin, const Vec3& spacing, std::int64_t count) {
      const auto x = torch::arange(count, torch::kFloat32) * spacing.x + origin.x;
      return (left ? x > midline_x : x <= midline_x).to(torch::kFloat32);
    };
    TensorField arm = arms;
    arm.values = arms.values * on_side(arms.origin_mm, arms.spacing_mm, arms.values.size(2));
    const auto shoulder = ball(arm, shoulder_joints[left ? 1 : 0], shoulder_reach_mm);
    arm.values = torch::maximum(dilated(arm.values, 1), dilated(arm.values, 3) * shoulder);
    parts[left ? kLeftArm : kRightArm] =
        make_part(whole, body * refined(arm, volume),
                  arms_alone * on_side(volume.origin_mm, volume.spacing_mm, volume.nx));
  }
  return parts;
}

}  // namespace skiagraph::anatomy
