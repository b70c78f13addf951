#include "core/anatomy/habitus.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace skiagraph {
namespace {

using std::numbers::pi;
using torch::Tensor;

Tensor bump(const Tensor& x, double centre, double width) {
  return torch::exp(-0.5 * ((x - centre) / width).square());
}

/// 1 where the direction is `towards`, falling off around the body.
Tensor facing(const Tensor& direction, double towards, double sharpness) {
  return torch::exp(sharpness * (torch::cos(direction - towards) - 1));
}

/// Linear look-up in a table over levels; rows of `table` are levels.
struct LevelIndex {
  Tensor lower, upper, weight;
};

LevelIndex level_index(const Tensor& level) {
  const double step = (FatLayer::kHighestLevel - FatLayer::kLowestLevel) / (FatLayer::kLevels - 1);
  const auto place = ((level - FatLayer::kLowestLevel) / step).clamp(0, FatLayer::kLevels - 1.001);
  const auto lower = place.floor();
  return {lower.to(torch::kInt64), lower.to(torch::kInt64) + 1, place - lower};
}

Tensor at_level(const Tensor& table, const LevelIndex& index) {
  return table.index_select(0, index.lower) * (1 - index.weight) +
         table.index_select(0, index.upper) * index.weight;
}

Tensor at_level_and_direction(const Tensor& table, const LevelIndex& index, const Tensor& direction) {
  constexpr int kCount = FatLayer::kDirections;
  const auto place = (direction + pi) * (kCount / (2 * pi));
  const auto floor = place.floor();
  const auto weight = place - floor;
  const auto left = floor.to(torch::kInt64).remainder(kCount), right = (left + 1).remainder(kCount);
  const auto flat = table.flatten();
  const auto pick = [&](const Tensor& row, const Tensor& column) {
    return flat.index_select(0, row * kCount + column);
  };
  const auto lower = pick(index.lower, left) * (1 - weight) + pick(index.lower, right) * weight;
  const auto upper = pick(index.upper, left) * (1 - weight) + pick(index.upper, right) * weight;
  return lower * (1 - index.weight) + upper * index.weight;
}

Tensor rotation_matrix(double yaw, double pitch) {
  const double cy = std::cos(yaw), sy = std::sin(yaw), cp = std::cos(pitch), sp = std::sin(pitch);
  const auto about_z = torch::tensor({{cy, -sy, 0.0}, {sy, cy, 0.0}, {0.0, 0.0, 1.0}}, torch::kFloat32);
  const auto about_x = torch::tensor({{1.0, 0.0, 0.0}, {0.0, cp, -sp}, {0.0, sp, cp}}, torch::kFloat32);
  return about_x.matmul(about_z);
}

Tensor vec(Vec3 v) {
  return torch::tensor({v.x, v.y, v.z}, torch::kFloat32);
}

double draw_abduction(RandomStream& random) {
  constexpr double kDegree = pi / 180;
  const double kind = random.uniform();
  if (kind < 0.45) return random.uniform(0, 10) * kDegree;   // at the sides
  if (kind < 0.78) return random.uniform(10, 60) * kDegree;  // held away
  if (kind < 0.88) return random.uniform(60, 95) * kDegree;  // as for a T-pose
  return random.uniform(145, 170) * kDegree;                 // raised out of the picture
}

}  // namespace

HabitusParameters draw_habitus(RandomStream& random) {
  HabitusParameters p;
  const double weight = random.truncated_normal(0, 1);  // heavy or slight, the common factor
  const auto n = [&](double mean, double sd) { return random.truncated_normal(mean, sd); };
  p.scale = std::exp(n(0, 0.04));
  p.yaw = n(0, 0.05);
  p.pitch = n(0, 0.05);
  p.torso = {n(0, 0.02), n(0, 0.015)};
  constexpr std::array<double, 5> kDepthByWeight{0.04, 0.05, 0.10, 0.07, 0.04};
  for (std::size_t level = 0; level < p.breadth_log.size(); ++level) {
    p.breadth_log[level] = 0.03 * weight + n(0, 0.03);
    p.depth_log[level] = kDepthByWeight[level] * weight + n(0, 0.04);
  }
  p.fat_log = 0.05 + 0.45 * weight + n(0, 0.2);
  p.belly_log = 0.15 * weight + n(0, 0.25);
  p.hip_log = n(0, 0.25);
  p.back_log = n(0, 0.2);
  p.breast_log = n(0, 0.3);
  const double abduction = draw_abduction(random);
  const double away_from_hips = 0.07 * std::max(0.0, weight);
  for (double& angle : p.abduction)
    angle = std::max(0.0, std::max(abduction, away_from_hips) + random.normal(0, 0.04));
  p.arm_girth_log = 0.06 * weight + n(0, 0.05);
  p.arm_length_log = n(0, 0.03);
  return p;
}

Habitus::Habitus(const BaseAnatomy& base, const HabitusParameters& parameters)
    : base_(base), parameters_(parameters) {
  const auto at_symphysis = level_index(torch::zeros({1}));
  origin_ = vec({base.midline_x, at_level(base.fat.axis_y, at_symphysis).item<double>(), base.symphysis_z});
  rotation_ = rotation_matrix(parameters.yaw, parameters.pitch);
  for (std::size_t side = 0; side < 2; ++side)
    moved_joints_[side] = torso_from_base(vec(base.shoulder_joints[side]).unsqueeze(0)).squeeze(0);
}

Tensor Habitus::frame_factor(const Tensor& level, const std::array<double, 5>& logs) const {
  auto sum = torch::zeros_like(level);
  for (std::size_t k = 0; k < logs.size(); ++k)
    sum += logs[k] * bump(level, HabitusParameters::kFrameLevels[k], 0.17);
  return sum.exp();
}

Tensor Habitus::fat_growth(const Tensor& level, const Tensor& direction, const Tensor& fat_mm) const {
  constexpr double kFront = -pi / 2, kBack = pi / 2;
  const auto& p = parameters_;
  const auto front = facing(direction, kFront, 1.5);
  const auto breasts = facing(direction, kFront - 0.75, 8) + facing(direction, kFront + 0.75, 8);
  const auto growth = p.fat_log + p.belly_log * bump(level, 0.38, 0.2) * front +
                      p.hip_log * bump(level, 0.05, 0.15) + p.back_log * facing(direction, kBack, 1.5) +
                      p.breast_log * bump(level, 0.70, 0.09) * breasts;
  // Not on neck and head; less and less down the thighs, where only what lies outwards of the muscle grows.
  const auto torso = torch::sigmoid((1.04 - level) / 0.02) * torch::sigmoid((level + 0.25) / 0.1);
  const auto wanted = fat_mm * ((growth * torso).clamp(-1.0, 1.6).exp() - 1);
  constexpr double kMostAddedMm = 40;
  return 1 + kMostAddedMm * torch::tanh(wanted / kMostAddedMm) / fat_mm;
}

Tensor Habitus::level_shift(const Tensor& level) const {
  const auto inside = level.clamp(0, 1) * pi;
  return torch::sin(inside).square() * (parameters_.torso[0] + parameters_.torso[1] * torch::cos(inside));
}

Tensor Habitus::torso_to_base(const Tensor& points) const {
  const auto upright = (points - origin_).matmul(rotation_) / parameters_.scale + origin_;
  const double length = base_.neck_z - base_.symphysis_z;
  const auto own_level = (upright.select(1, 2) - base_.symphysis_z) / length;
  const auto level = own_level + level_shift(own_level);
  const auto index = level_index(level);
  const auto axis = at_level(base_.fat.axis_y, index);
  const auto x = (upright.select(1, 0) - base_.midline_x) / frame_factor(level, parameters_.breadth_log);
  const auto y = (upright.select(1, 1) - axis) / frame_factor(level, parameters_.depth_log);
  const auto direction = torch::atan2(y, x), radius = torch::hypot(x, y);
  const auto lean = at_level_and_direction(base_.fat.lean_radius, index, direction);
  const auto fat = at_level_and_direction(base_.fat.skin_radius, index, direction) - lean;
  const auto growth = fat_growth(level, direction, fat);
  const auto beyond_lean = (radius - lean).clamp_min(0);
  const auto within_fat = torch::minimum(beyond_lean, fat * growth);
  const auto base_radius = torch::minimum(radius, lean) + within_fat / growth + (beyond_lean - within_fat);
  return torch::stack({base_radius * direction.cos() + base_.midline_x, base_radius * direction.sin() + axis,
                       level * length + base_.symphysis_z},
                      1);
}

Tensor Habitus::torso_from_base(const Tensor& points) const {
  const double length = base_.neck_z - base_.symphysis_z;
  const auto level = (points.select(1, 2) - base_.symphysis_z) / length;
  const auto index = level_index(level);
  const auto axis = at_level(base_.fat.axis_y, index);
  const auto x = points.select(1, 0) - base_.midline_x, y = points.select(1, 1) - axis;
  const auto direction = torch::atan2(y, x), base_radius = torch::hypot(x, y);
  const auto lean = at_level_and_direction(base_.fat.lean_radius, index, direction);
  const auto fat = at_level_and_direction(base_.fat.skin_radius, index, direction) - lean;
  const auto growth = fat_growth(level, direction, fat);
  const auto beyond_lean = (base_radius - lean).clamp_min(0);
  const auto within_fat = torch::minimum(beyond_lean, fat);
  const auto radius = torch::minimum(base_radius, lean) + within_fat * growth + (beyond_lean - within_fat);
  auto own_level = level;
  for (int iteration = 0; iteration < 12; ++iteration) own_level = level - level_shift(own_level);
  const auto upright =
      torch::stack({radius * direction.cos() * frame_factor(level, parameters_.breadth_log) + base_.midline_x,
                    radius * direction.sin() * frame_factor(level, parameters_.depth_log) + axis,
                    own_level * length + base_.symphysis_z},
                   1);
  return (upright - origin_).matmul(rotation_.t()) * parameters_.scale + origin_;
}

Tensor Habitus::arm_basis(BodyPartId part) const {
  const bool left = part == kLeftArm;
  const double angle = parameters_.abduction[left ? 1 : 0] * (left ? 1 : -1);
  const double c = std::cos(angle), s = std::sin(angle);
  // Hanging down (0, 0, -1) turns to (sin, 0, -cos).
  const auto lift = torch::tensor({{c, 0.0, -s}, {0.0, 1.0, 0.0}, {s, 0.0, c}}, torch::kFloat32);
  const double girth = parameters_.scale * std::exp(parameters_.arm_girth_log);
  const double length = parameters_.scale * std::exp(parameters_.arm_length_log);
  return rotation_.matmul(lift).matmul(torch::diag(torch::tensor({girth, girth, length}, torch::kFloat32)));
}

Tensor Habitus::to_base(const Tensor& points, BodyPartId part) const {
  if (part == kTorso) return torso_to_base(points);
  const std::size_t side = part == kLeftArm ? 1 : 0;
  return (points - moved_joints_[side]).matmul(arm_basis(part).inverse().t()) +
         vec(base_.shoulder_joints[side]);
}

Tensor Habitus::from_base(const Tensor& points, BodyPartId part) const {
  if (part == kTorso) return torso_from_base(points);
  const std::size_t side = part == kLeftArm ? 1 : 0;
  return (points - vec(base_.shoulder_joints[side])).matmul(arm_basis(part).t()) + moved_joints_[side];
}

}  // namespace skiagraph
