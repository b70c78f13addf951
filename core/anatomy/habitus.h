#pragma once

#include <torch/types.h>

#include <array>

#include "core/anatomy/base_anatomy.h"
#include "core/base/random.h"

namespace skiagraph {

/// What the surface shows of a person, relative to the base. "log" values are logarithms of a factor.
struct HabitusParameters {
  double scale = 1;               ///< of the whole person
  double yaw = 0, pitch = 0;      ///< radians; turned about the body axis, bent forward
  std::array<double, 2> torso{};  ///< shift of chest against belly along the axis, in torso lengths
  /// Frame at thigh, hip, waist, chest, shoulder: bones, muscle and fat together.
  static constexpr std::array<double, 5> kFrameLevels{-0.35, 0.05, 0.42, 0.72, 0.95};
  std::array<double, 5> breadth_log{}, depth_log{};
  /// Fat, grown from the muscle outwards: everywhere, and in addition by region.
  double fat_log = 0, belly_log = 0, hip_log = 0, back_log = 0, breast_log = 0;
  /// Right, left: angle of the arm to the body in the frontal plane, radians; 0 hangs as in the base.
  std::array<double, 2> abduction{};
  double arm_girth_log = 0, arm_length_log = 0;
};

/// Arms at the sides, held away or raised out of the picture; one thing a body needs to look real is that
/// breadth, depth and fat go together, so they share a common factor.
HabitusParameters draw_habitus(RandomStream& random);

/// The deformation between a base and a person of another habitus, invertible by construction and in closed
/// form (but for a one-dimensional fixed point).
class Habitus {
 public:
  Habitus(const BaseAnatomy& base, const HabitusParameters& parameters);

  /// points (N, 3) of the person, mm -> the same places in the base.
  [[nodiscard]] torch::Tensor to_base(const torch::Tensor& points, BodyPartId part) const;
  /// The inverse.
  [[nodiscard]] torch::Tensor from_base(const torch::Tensor& points, BodyPartId part) const;

 private:
  [[nodiscard]] torch::Tensor torso_to_base(const torch::Tensor& points) const;
  [[nodiscard]] torch::Tensor torso_from_base(const torch::Tensor& points) const;
  [[nodiscard]] torch::Tensor arm_basis(BodyPartId part) const;
  [[nodiscard]] torch::Tensor frame_factor(const torch::Tensor& level,
                                           const std::array<double, 5>& logs) const;
  /// By what factor the fat layer, fat_mm thick in the base, is thicker; never more than 40 mm added.
  [[nodiscard]] torch::Tensor fat_growth(const torch::Tensor& level, const torch::Tensor& direction,
                                         const torch::Tensor& fat_mm) const;
  [[nodiscard]] torch::Tensor level_shift(const torch::Tensor& level) const;

  const BaseAnatomy& base_;
  HabitusParameters parameters_;
  torch::Tensor origin_;                       ///< (3) on the body axis at the symphysis
  torch::Tensor rotation_;                     ///< (3, 3) of the whole person
  std::array<torch::Tensor, 2> moved_joints_;  ///< (3) shoulder joints in the person
};

}  // namespace skiagraph
