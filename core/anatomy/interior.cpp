#include "core/anatomy/interior.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace skiagraph {
namespace {

using torch::Tensor;

Tensor vec(Vec3 v) {
  return torch::tensor({v.x, v.y, v.z}, torch::kFloat32);
}

/// 0 at the place, 1 away from it.
Tensor away_from(const Tensor& points, Vec3 place) {
  constexpr double kReachMm = 35;
  return 1 - torch::exp(-0.5 / (kReachMm * kReachMm) * (points - vec(place)).square().sum(1));
}

}  // namespace

InteriorParameters draw_interior(const BaseAnatomy& base, RandomStream& random) {
  const auto n = [&](double sd) { return random.truncated_normal(0, sd, 2.2); };
  const auto at = [&](Marker marker) { return base.landmark(marker); };
  InteriorParameters motions;
  const auto move = [&](Vec3 centre, Vec3 reach, Vec3 shift, bool viscera_only = false) {
    motions.push_back({centre, reach, shift, {}, viscera_only});
  };
  const Vec3 liver_top = at(Marker::kLiverTop), liver_bottom = at(Marker::kLiverBottom);
  const Vec3 liver = (liver_top + liver_bottom) * 0.5;

  // Breathing: the diaphragm and all that hangs on it; kidneys take about 0.65 of it by their place.
  move({base.midline_x, liver_top.y, liver_top.z - 40}, {220, 200, 85}, {0, 0, n(17)}, true);
  move(liver_top, {70, 70, 50}, {0, 0, n(8)}, true);
  move(liver_bottom, {65, 65, 70}, {n(6), 0, n(21)}, true);
  move(liver, {80, 80, 80}, {n(6), n(4), 0}, true);
  for (const Marker kidney : {Marker::kKidneyCentreRight, Marker::kKidneyCentreLeft})
    move(at(kidney), {45, 45, 70}, {n(8), n(3), n(16)}, true);
  for (const Marker lung : {Marker::kLungTopRight, Marker::kLungTopLeft})
    move(at(lung), {45, 45, 45}, {n(3), 0, n(9)});
  move(at(Marker::kLungBottomLeft), {60, 60, 55}, {0, 0, n(13)}, true);

  const Vec3 carina = at(Marker::kCarina);
  move(carina, {45, 45, 50}, {n(4), 0, n(9)}, true);
  InteriorMotion heart{carina + Vec3{25, -45, -75}, {45, 40, 45}, {n(6), 0, n(5)}, {}, true};
  const double size = n(0.07);
  heart.stretch = {size, size, size};
  motions.push_back(heart);

  move(at(Marker::kSternalNotch), {40, 35, 40}, {n(2), 0, n(6)});
  move(at(Marker::kSternumTip), {40, 35, 50}, {n(2), 0, n(11)});
  const double crests = n(11);
  for (const Marker crest : {Marker::kIliacCrestRight, Marker::kIliacCrestLeft})
    move(at(crest), {75, 75, 60}, {n(3), 0, crests + n(3)});
  const double hips_up = n(9), hips_apart = n(6);
  for (const auto& [hip, side] :
       {std::pair{Marker::kFemoralHeadRight, -1.0}, {Marker::kFemoralHeadLeft, 1.0}})
    move(at(hip), {45, 50, 55}, {side * hips_apart + n(2), 0, hips_up + n(2)});

  // Spine curve: one or two bends to the side.
  const double torso = base.neck_z - base.symphysis_z;
  const double spine_y = at(Marker::kNeck).y;
  for (const double level : {0.3, 0.55, 0.8})
    move({base.midline_x, spine_y, base.symphysis_z + level * torso}, {55, 60, 75}, {n(5), 0, 0});
  return motions;
}

Tensor Interior::shift_at(const Tensor& points) const {
  const auto free = base_.inside.at(points) * away_from(points, base_.landmark(Marker::kNeck)) *
                    away_from(points, base_.landmark(Marker::kPubicSymphysis));
  const auto cavity = base_.cavity.at(points) * free;
  auto shift = torch::zeros_like(points);
  for (const InteriorMotion& motion : motions_) {
    const auto offset = points - vec(motion.centre);
    auto weight = torch::exp(-0.5 * (offset / vec(motion.reach_mm)).square().sum(1));
    weight *= motion.viscera_only ? cavity : free;
    shift += weight.unsqueeze(1) * (vec(motion.shift_mm) + offset * vec(motion.stretch));
  }
  return shift;
}

Tensor Interior::from_base(const Tensor& points) const {
  auto moved = points;
  for (int iteration = 0; iteration < 15; ++iteration) moved = points + shift_at(moved);
  return moved;
}

double Interior::least_jacobian() const {
  constexpr double kStepMm = 8;
  const auto& field = base_.inside;
  const auto axis = [](std::int64_t n, double origin, double spacing) {
    const auto stride = std::max(1.0, std::round(kStepMm / spacing));
    return torch::arange(0, static_cast<double>(n), stride, torch::kFloat32) * spacing + origin;
  };
  const auto grid = torch::meshgrid({axis(field.values.size(2), field.origin_mm.x, field.spacing_mm.x),
                                     axis(field.values.size(1), field.origin_mm.y, field.spacing_mm.y),
                                     axis(field.values.size(0), field.origin_mm.z, field.spacing_mm.z)},
                                    "ij");
  auto points = torch::stack({grid[0].flatten(), grid[1].flatten(), grid[2].flatten()}, 1);
  points = points.index_select(0, (field.at(points) > 0).nonzero().flatten());
  const auto here = to_base(points);
  const auto column = [&](double x, double y, double z) {
    return (to_base(points + torch::tensor({x, y, z}, torch::kFloat32)) - here) / kStepMm;
  };
  const auto dx = column(kStepMm, 0, 0), dy = column(0, kStepMm, 0), dz = column(0, 0, kStepMm);
  return (torch::linalg_cross(dx, dy) * dz).sum(1).min().item<double>();
}

}  // namespace skiagraph
