#pragma once

#include <array>

#include "core/anatomy/patient/habitus.h"
#include "core/population/body_measures.h"

namespace skiagraph::population {

/// What a scale, a measuring rod and a tape find.
struct Build {
  double stature_mm = 0, sitting_height_mm = 0, mass_kg = 0;
  std::array<double, bodies::kGirthCount> girth_mm{};  ///< chest, waist, hip
};

/// Sets scale, legs, fat, frame and limbs of `parameters` so that the person has this build: stature and
/// sitting height exactly, the mass of all tissues within 0.3 kg, girths within about 1 %, except that they
/// give way where they contradict the mass. Differences between breadth and depth, and regions of fat, stay
/// as they are. Throws InputError when the mass cannot be reached.
anatomy::HabitusParameters fitted(const anatomy::BaseAnatomy& base, anatomy::HabitusParameters parameters,
                                  const Build& build);

}  // namespace skiagraph::population
