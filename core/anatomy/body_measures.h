#pragma once

#include <array>
#include <string_view>

#include "core/anatomy/girth.h"
#include "core/anatomy/habitus.h"
#include "core/anatomy/interior.h"

namespace skiagraph {

/// What a tape, a calliper, a scale and a ruler on the picture find; mm and kg.
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
  double girth = 0, breadth = 0, depth = 0;  ///< of the outline that a tape takes, mm
};

/// The torso without the arms; the person must be upright.
Section section(const BaseAnatomy& base, const Habitus& person, Girth where);

/// Of the upright, unturned person.
BodyMeasures measure_body(const BaseAnatomy& base, HabitusParameters habitus, const Interior& interior);

}  // namespace skiagraph
