#pragma once

#include <vector>

#include "core/anatomy/base/base_anatomy.h"
#include "core/anatomy/patient/displacement_field.h"

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

/// The sum of all motions on the grid of the mobility: the velocity whose flow is the deformation.
DisplacementField velocity_of(const InteriorMobility& mobility, const InteriorParameters& motions);

/// The same at one place.
Vec3 velocity_at(const InteriorMobility& mobility, const InteriorParameters& motions, Vec3 p);

/// 0 to 1: how much of one motion's shift a place gets.
double weight_at(const InteriorMobility& mobility, const InteriorMotion& motion, Vec3 p);

}  // namespace skiagraph::anatomy
