#pragma once

#include <array>

#include "core/anatomy/base/base_anatomy.h"
#include "core/anatomy/patient/displacement_field.h"
#include "core/anatomy/patient/interior_motion.h"
#include "core/base/random.h"

namespace skiagraph::anatomy {

/// How far each landmark lies above the place where the skin alone would have carried it; base frame, mm.
using LandmarkShifts = std::array<double, kLandmarkCount>;

/// Motions that the surface does not show. The heights of all landmarks are the caller's (`up_mm`); drawn
/// here are sizes, places to the side, bladder, the angle of the ribs and the spine's curve.
InteriorParameters draw_interior(const BaseAnatomy& base, const LandmarkShifts& up_mm, RandomStream& random);

/// The deformation between a base and the same skin with another interior: the flow of the sum of all
/// motions, so that it does not fold. It leaves the skin exactly where it is.
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
