#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/geometry/canonical_frame.h"
#include "core/markers/marker_table.h"

namespace skiagraph::applications {

/// The patient's side.
enum class PatientSide : std::uint8_t { kMiddle, kRight, kLeft };

/// Parts of the body that a region may lie in, told by the markers.
enum class BodyRegion : std::uint8_t {
  kHeadAndNeck,
  kShoulder,
  kUpperLung,
  kMiddleLung,
  kLowerLung,
  kMediastinum,
  kUpperAbdomen,
  kKidney,
  kLowerAbdomen,
  kSpine,
  kPelvis,
  kHip,
  kArm,
  kThigh
};

struct AnatomicalPlace {
  PatientSide side = PatientSide::kMiddle;
  BodyRegion part = BodyRegion::kMediastinum;

  friend bool operator==(const AnatomicalPlace&, const AnatomicalPlace&) = default;
};

/// Where a pixel lies in a person with these markers.
AnatomicalPlace anatomical_place(Pixel pixel, const MarkerPositions& markers,
                                 const geometry::CanonicalFrame& frame);

/// "lower lung": English, the key of its translation.
std::string_view part_name(BodyRegion part);
/// "left lower lung"
std::string place_name(const AnatomicalPlace& place);

}  // namespace skiagraph::applications
