#pragma once

#include <array>
#include <string_view>

#include "core/anatomy/patient/habitus.h"
#include "core/anatomy/patient/interior.h"
#include "core/bodies/girth.h"

namespace skiagraph::population {

/// Lengths in mm, mass in kg, as measured on a person and on an X-ray.
enum Measure {
  kStature,
  kMass,
  kSittingHeight,
  kChestGirth,
  kWaistGirth,
  kHipGirth,
  kChestDepth,
  kHipBreadth,
  kRightLungHeight,
  kLeftLungHeight,
  kRightKidneyLength,
  kLeftKidneyLength,
  kLiverRightEdge,  ///< from the midline
  kMeasureCount
};

/// snake_case, in the order of Measure.
const std::array<std::string_view, kMeasureCount>& measure_names();

using BodyMeasures = std::array<double, kMeasureCount>;

struct Section {
  double girth = 0, breadth = 0, depth = 0;  ///< mm; the girth as a tape measures it
};

/// The torso without the arms; the person must be upright.
Section section(const anatomy::BaseAnatomy& base, const anatomy::Habitus& person, bodies::Girth where);

/// Of the upright, unturned person.
BodyMeasures measure_body(const anatomy::BaseAnatomy& base, anatomy::HabitusParameters habitus,
                          const anatomy::Interior& interior);

}  // namespace skiagraph::population
