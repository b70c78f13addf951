#pragma once

#include "core/anatomy/patient/interior.h"
#include "core/anatomy/patient/virtual_patient.h"
#include "core/base/random.h"

namespace skiagraph::anatomy {

/// Shifts as between people: all landmarks together, and each by itself.
inline LandmarkShifts random_heights(RandomStream& random) {
  LandmarkShifts up{};
  const double all = random.truncated_normal(0, 11, 2.5);
  for (double& mm : up) mm = all + random.truncated_normal(0, 6, 2.5);
  return up;
}

inline InteriorParameters random_interior(const BaseAnatomy& base, RandomStream& random) {
  const LandmarkShifts up = random_heights(random);
  return draw_interior(base, up, random);
}

/// The frame of the neck and the symphysis to which the skin carries the base's: for bodies without a head,
/// on which no levels can be found.
inline geometry::CanonicalPlacement placement_of(const VirtualPatient& patient,
                                                 const geometry::CanonicalFrame& frame) {
  return {frame, patient.landmark(Marker::kNeck, false), patient.landmark(Marker::kPubicSymphysis, false)};
}

}  // namespace skiagraph::anatomy
