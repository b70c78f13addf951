#pragma once

#include <array>

#include "core/anatomy/base/base_anatomy.h"

namespace skiagraph::anatomy {

/// What the surface shows of a person, relative to the base. "log" values are logarithms of a factor.
struct HabitusParameters {
  double scale = 1;               ///< of the whole person
  double leg_log = 0;             ///< length of the legs in addition
  double yaw = 0, pitch = 0;      ///< radians; turned about the body axis, bent forward
  std::array<double, 2> torso{};  ///< shift of chest against belly along the axis, in torso lengths
  /// Shift of outline and bones at crotch, shoulders and the neck's base, in torso lengths.
  static constexpr std::array<double, 3> kShiftLevels{-0.13, 0.93, 1.06};
  std::array<double, 3> shift{};
  /// Frame at thigh, hip, waist, chest, shoulder: bones, muscle and fat together.
  static constexpr std::array<double, 5> kFrameLevels{-0.35, 0.05, 0.42, 0.72, 0.95};
  std::array<double, 5> breadth_log{}, depth_log{};
  /// Fat, grown from the muscle outwards: everywhere, and in addition by region.
  double fat_log = 0, belly_log = 0, hip_log = 0, back_log = 0, breast_log = 0;
  double leg_girth_log = 0;
  /// Right, left: angle of the arm to the body in the frontal plane, radians, beyond how the base holds it.
  std::array<double, 2> abduction{};
  double arm_girth_log = 0, arm_length_log = 0;
  /// Depth of the soft tissue of the back that a table presses flat, mm; 0 for a standing person.
  double flattened_mm = 0;
};

/// The deformation between a base and a person of another habitus, invertible by construction and in closed
/// form (except for one-dimensional fixed-point iterations).
class Habitus {
 public:
  Habitus(const BaseAnatomy& base, const HabitusParameters& parameters);

  /// A place of the person, mm -> the same place in the base.
  [[nodiscard]] Vec3 to_base(Vec3 p, BodyPartId part) const;
  /// The inverse.
  [[nodiscard]] Vec3 from_base(Vec3 p, BodyPartId part) const;

  /// Crown to sole along the body axis.
  [[nodiscard]] double stature_mm() const;
  /// Crown to seat.
  [[nodiscard]] double sitting_height_mm() const;
  /// Sum of the base's mass cells, each scaled by the change of its volume.
  [[nodiscard]] double mass_kg() const;

 private:
  /// Rows.
  using Matrix = std::array<Vec3, 3>;

  /// Values that depend only on the height in the base.
  struct Level {
    double base = 0;  ///< torso lengths above the symphysis
    double girth = 1, axis_y = 0, breadth = 1, depth = 1;
    TablePlace row;
  };
  [[nodiscard]] Level level_at(double base_z) const;
  /// x and y, from the body axis, of a place of the base in the upright person of scale 1.
  [[nodiscard]] Vec3 upright(Vec3 p, const Level& level) const;
  [[nodiscard]] double torso_mass_kg() const;
  [[nodiscard]] Vec3 torso_to_base(Vec3 p) const;
  [[nodiscard]] Vec3 torso_from_base(Vec3 p) const;
  void set_tables();
  void set_arms();
  /// Level in the base minus level in the person (its own level), in torso lengths.
  [[nodiscard]] double level_shift(double own_level) const;
  [[nodiscard]] double own_level(double base_level) const;
  /// 1 + the growth of the legs about their axes, at a level of the base.
  [[nodiscard]] double leg_girth(double base_level) const;
  [[nodiscard]] double flattened(double y) const;
  [[nodiscard]] double unflattened(double y) const;
  [[nodiscard]] double length() const { return base_.neck_z - base_.symphysis_z; }

  const BaseAnatomy& base_;
  HabitusParameters parameters_;
  FatLayer::LevelTable breadth_, depth_;  ///< factors of the frame
  FatLayer::RadialTable fat_;             ///< thickness in the person before the frame's factors, mm
  Vec3 origin_;                           ///< on the body axis at the symphysis
  double back_y_ = 0;                     ///< where flattening begins
  Matrix rotation_;                       ///< of the whole person
  std::array<Matrix, 2> arm_, arm_inverse_;
  std::array<Vec3, 2> moved_joints_;  ///< shoulder joints in the person
};

}  // namespace skiagraph::anatomy
