#pragma once

#include <array>
#include <vector>

#include "core/anatomy/patient/habitus.h"
#include "core/bodies/body_model.h"

namespace skiagraph::population {

/// One closed surface round torso and arms of a base anatomy, that every habitus of the base can wear: who is
/// drawn from one base has the same triangles, and the same place of the body at each vertex.
class BodyTemplate {
 public:
  /// Arms held away by kAbduction, feet at right angles; `vertices`: about.
  BodyTemplate(const anatomy::BaseAnatomy& base, std::size_t vertices);

  /// Radians: away from hips and thighs, whoever it is.
  static constexpr double kAbduction = 0.5236;

  [[nodiscard]] const std::vector<std::array<std::uint32_t, 3>>& triangles() const { return triangles_; }
  /// 1 where a vertex belongs to an arm, else 0.
  [[nodiscard]] const std::vector<std::uint8_t>& on_arm() const { return on_arm_; }
  /// All vertices, then the tracked points, mm: soles on z 0, midline on x 0, the axis at the symphysis on y
  /// 0. The person must be upright, with arms held away by kAbduction.
  [[nodiscard]] std::vector<Vec3> points(const anatomy::HabitusParameters& person) const;

 private:
  /// A place of the body: where it is in the base as a place of each part, and how much it goes with each.
  struct Anchor {
    std::array<Vec3, anatomy::kBodyPartCount> in_base;
    std::array<double, anatomy::kBodyPartCount> weight{};
  };

  /// Every anchor where the person has it.
  [[nodiscard]] std::vector<Vec3> worn_by(const anatomy::Habitus& person) const;
  /// The body's own relief stays sharp; only what makes a person another one is smooth along the skin.
  [[nodiscard]] std::vector<Vec3> smooth_displacements(const std::vector<Vec3>& displacements) const;

  const anatomy::BaseAnatomy& base_;
  std::vector<std::array<std::uint32_t, 3>> triangles_;
  std::vector<Anchor> anchors_;
  std::vector<std::uint8_t> on_arm_;
  std::vector<Vec3> own_skin_, normals_;  ///< of the base itself
};

}  // namespace skiagraph::population
