#pragma once

#include "core/anatomy/patient/habitus.h"

namespace skiagraph::anatomy {

/// Fat of a place that has none, mm: in the air between the legs.
inline constexpr double kThinnestFatMm = 1;

/// Thickness of the fat of a person with these parameters, mm; kLevels rows of kDirections.
FatLayer::RadialTable grown_fat(const FatLayer& layer, const HabitusParameters& parameters);

}  // namespace skiagraph::anatomy
