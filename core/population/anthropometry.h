#pragma once

#include "core/base/random.h"
#include "core/population/habitus_fit.h"

namespace skiagraph::population {

/// Mean and standard deviation among adults.
struct Spread {
  double mean = 0, sd = 0;
};

/// Adults as measured by Gordon et al., "2012 Anthropometric survey of U.S. Army personnel: methods and
/// summary statistics", NATICK/TR-15/007 (ANSUR II: 1986 women, 4082 men). mm, kg.
struct PublishedAdults {
  Spread stature, mass, sitting_height, chest_girth, waist_girth, hip_girth, chest_depth, hip_breadth;
};
const PublishedAdults& published_adults(bodies::Sex sex);

/// Draws stature, body mass index, sitting height and girths; mass follows from stature and index.
Build draw_build(bodies::Sex sex, RandomStream& random);

/// Draws a person of the base's sex: the build as published, with varied proportions and distribution of fat;
/// arms at the sides, held away or raised out of the picture; standing or lying; slightly turned.
anatomy::HabitusParameters draw_habitus(const anatomy::BaseAnatomy& base, RandomStream& random);

}  // namespace skiagraph::population
