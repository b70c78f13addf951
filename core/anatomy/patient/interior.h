#pragma once

#include <vector>

#include "core/anatomy/base/base_anatomy.h"
#include "core/anatomy/patient/displacement_field.h"
#include "core/base/random.h"

namespace skiagraph::anatomy {

/// One smooth movement of the interior: everything near `centre` goes by `shift`, less with distance.
struct InteriorMotion {
  Vec3 centre;    ///< base frame, mm
  Vec3 reach_mm;  ///< Gaussian standard deviation along x, y, z
  Vec3 shift_mm;
  Vec3 stretch{};             ///< in addition, growth about the centre per axis, as a fraction
  bool viscera_only = false;  ///< not in the wall of chest and belly
};
using InteriorParameters = std::vector<InteriorMotion>;

/// Motions that the surface does not show: breathing, lungs, liver, spleen, kidneys, bladder, carina, heart,
/// sternum, rib angle, pelvis, hips, spine curve. Calibrated to the spreads that a network cannot explain
/// from the surface; `skiagraph-cli population --report` prints the resulting spreads beside them.
InteriorParameters draw_interior(const BaseAnatomy& base, RandomStream& random);

/// The deformation between a base and the same skin with another interior: the flow of the sum of all
/// motions, so that it does not fold. It leaves the skin, and the neck and symphysis that fix the frame,
/// exactly where they are.
class Interior {
 public:
  Interior(const BaseAnatomy& base, const InteriorParameters& motions);

  /// A place of the person, base frame -> the same tissue in the base.
  [[nodiscard]] Vec3 to_base(Vec3 p) const { return to_base_(p); }
  [[nodiscard]] Vec3 from_base(Vec3 p) const { return from_base_(p); }
  /// Of to_base, over the whole body.
  [[nodiscard]] double least_jacobian() const { return to_base_.least_jacobian(); }

 private:
  DisplacementField to_base_, from_base_;
};

}  // namespace skiagraph::anatomy
