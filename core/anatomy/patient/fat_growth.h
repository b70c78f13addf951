#pragma once

#include "core/anatomy/patient/habitus.h"

namespace skiagraph::anatomy {

/// Fat of a place that has none, mm: in the air between the legs.
inline constexpr double kThinnestFatMm = 1;

/// Thickness of the fat that the parameters make of the layer's, mm; kLevels rows of kDirections.
FatLayer::RadialTable grown_fat(const FatLayer& layer, const HabitusParameters& parameters);

}  // namespace skiagraph::anatomy
