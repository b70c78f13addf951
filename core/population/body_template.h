#pragma once

#include <array>
#include <vector>

#include "core/anatomy/patient/habitus.h"
#include "core/bodies/body_model.h"

namespace skiagraph::population {

/// One closed surface around torso and arms of a base anatomy, which is deformed to any habitus. All people
/// of one base have the same triangles, and each vertex lies at the same anatomical place.
class BodyTemplate {
 public:
  /// Arms held away by kAbduction, feet at right angles. vertices: their approximate number.
  BodyTemplate(const anatomy::BaseAnatomy& base, std::size_t vertices);

  /// Radians; far enough from hips and thighs for every habitus.
  static constexpr double kAbduction = 0.5236;

  [[nodiscard]] const std::vector<std::array<std::uint32_t, 3>>& triangles() const { return triangles_; }
  /// 1 where a vertex belongs to an arm, else 0.
  [[nodiscard]] const std::vector<std::uint8_t>& on_arm() const { return on_arm_; }
  /// All vertices, then the tracked points, mm: soles on z 0, midline on x 0, the axis at the symphysis on y
  /// 0. The person must be upright, with arms held away by kAbduction.
  [[nodiscard]] std::vector<Vec3> points(const anatomy::HabitusParameters& person) const;

 private:
  /// A vertex or tracked point: its position in the base for each part, and its weight for each part.
  struct Anchor {
    std::array<Vec3, anatomy::kBodyPartCount> in_base;
    std::array<double, anatomy::kBodyPartCount> weight{};
  };

  /// The position of every anchor in the person.
  [[nodiscard]] std::vector<Vec3> placed_in(const anatomy::Habitus& person) const;
  /// Smooths displacements from the base along the skin, so that the base's own detail stays sharp.
  [[nodiscard]] std::vector<Vec3> smooth_displacements(const std::vector<Vec3>& displacements) const;

  const anatomy::BaseAnatomy& base_;
  std::vector<std::array<std::uint32_t, 3>> triangles_;
  std::vector<Anchor> anchors_;
  std::vector<std::uint8_t> on_arm_;
  std::vector<Vec3> own_skin_, normals_;  ///< of the base
};

}  // namespace skiagraph::population
