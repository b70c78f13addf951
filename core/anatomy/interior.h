#pragma once

#include <torch/types.h>

#include <vector>

#include "core/anatomy/base_anatomy.h"
#include "core/base/random.h"

namespace skiagraph {

/// One smooth movement of the interior: everything near `centre` goes by `shift`, less with distance.
struct InteriorMotion {
  Vec3 centre;    ///< base frame, mm
  Vec3 reach_mm;  ///< Gaussian standard deviation along x, y, z
  Vec3 shift_mm;
  Vec3 stretch{};             ///< in addition, growth about the centre per axis, as a fraction
  bool viscera_only = false;  ///< not in the wall of chest and belly
};
using InteriorParameters = std::vector<InteriorMotion>;

/// What the surface does not show: breathing, liver, kidneys, lung tops and bottoms, carina, heart, sternum,
/// iliac crests, femoral heads, spine curve. The spreads are those that a network cannot explain from the
/// surface (NAKO MRI, orgloc).
InteriorParameters draw_interior(const BaseAnatomy& base, RandomStream& random);

/// The deformation between a base and the same skin with another interior. It leaves the skin, and the neck
/// and symphysis that fix the frame, exactly where they are.
class Interior {
 public:
  Interior(const BaseAnatomy& base, InteriorParameters motions) : base_(base), motions_(std::move(motions)) {}

  /// points (N, 3) of the person, base frame -> the same tissue in the base.
  [[nodiscard]] torch::Tensor to_base(const torch::Tensor& points) const { return points - shift_at(points); }
  /// The inverse, by fixed point: the motions are contractions.
  [[nodiscard]] torch::Tensor from_base(const torch::Tensor& points) const;
  /// Smallest determinant of the derivative of to_base over the body, by differences of 8 mm; above 0 nothing
  /// folds.
  [[nodiscard]] double least_jacobian() const;

 private:
  [[nodiscard]] torch::Tensor shift_at(const torch::Tensor& points) const;

  const BaseAnatomy& base_;
  InteriorParameters motions_;
};

}  // namespace skiagraph
