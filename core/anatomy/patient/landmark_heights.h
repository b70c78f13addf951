#pragma once

#include "core/anatomy/patient/interior.h"

namespace skiagraph::anatomy {

/// Adds motions along the body axis, one at each landmark, such that all motions together carry each landmark
/// up by its share of `up_mm`, as nearly as tissue at the skin, which stays, and neighbours allow.
void add_height_motions(const BaseAnatomy& base, const LandmarkShifts& up_mm, InteriorParameters& motions);

}  // namespace skiagraph::anatomy
