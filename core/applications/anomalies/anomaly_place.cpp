#include "core/applications/anomalies/anomaly_place.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace skiagraph::applications {
namespace {

/// In shares of the torso, neck to symphysis; a torso is about 560 mm.
constexpr double kSpineHalfBreadth = 0.055, kMediastinumHalfBreadth = 0.085, kTrunkHalfBreadth = 0.33,
                 kKidneyReach = 0.11, kHipReach = 0.13, kShoulderReach = 0.12;

BodyRegion part_at(Pixel pixel, const MarkerPositions& markers, double torso, double aside, double middle) {
  const auto at = [&](Marker marker) { return markers[static_cast<std::size_t>(marker)]; };
  const auto near = [&](Marker right, Marker left, double reach) {
    return std::min(norm(pixel - at(right)), norm(pixel - at(left))) < reach * torso;
  };
  const bool left = pixel.column > middle;
  const double crest = at(left ? Marker::kIliacCrestLeft : Marker::kIliacCrestRight).row,
               lung_top = at(left ? Marker::kLungTopLeft : Marker::kLungTopRight).row,
               // The left dome stands about 15 mm lower than the liver's top.
      dome = at(Marker::kLiverTop).row + (left ? 0.03 * torso : 0),
               // Towards the sides lungs reach farther down, into the sinus.
      lung_end = dome + std::clamp(aside / 0.25, 0.0, 1.0) * 0.1 * torso;
  if (near(Marker::kFemoralHeadRight, Marker::kFemoralHeadLeft, kHipReach)) return BodyRegion::kHip;
  if (near(Marker::kShoulderRight, Marker::kShoulderLeft, kShoulderReach)) return BodyRegion::kShoulder;
  if (pixel.row < lung_top) return BodyRegion::kHeadAndNeck;
  if (aside > kTrunkHalfBreadth && pixel.row < at(Marker::kPubicSymphysis).row) return BodyRegion::kArm;
  if (pixel.row < lung_end) {
    if (aside < kMediastinumHalfBreadth) return BodyRegion::kMediastinum;
    const double third = (pixel.row - lung_top) / std::max(1.0, lung_end - lung_top);
    return third < 1.0 / 3   ? BodyRegion::kUpperLung
           : third < 2.0 / 3 ? BodyRegion::kMiddleLung
                             : BodyRegion::kLowerLung;
  }
  if (pixel.row < crest) {
    if (aside < kSpineHalfBreadth) return BodyRegion::kSpine;
    if (near(Marker::kKidneyCentreRight, Marker::kKidneyCentreLeft, kKidneyReach)) return BodyRegion::kKidney;
    return pixel.row < at(Marker::kLiverBottom).row ? BodyRegion::kUpperAbdomen : BodyRegion::kLowerAbdomen;
  }
  return pixel.row < at(Marker::kPubicSymphysis).row + 0.08 * torso ? BodyRegion::kPelvis
                                                                    : BodyRegion::kThigh;
}

}  // namespace

AnatomicalPlace anatomical_place(Pixel pixel, const MarkerPositions& markers,
                                 const geometry::CanonicalFrame& frame) {
  const double torso = frame.symphysis_row - frame.neck_row;
  // The body's midline, between what is known of it above and below.
  const Pixel above = markers[static_cast<std::size_t>(Marker::kNeck)],
              below = markers[static_cast<std::size_t>(Marker::kPubicSymphysis)];
  const double share = std::clamp((pixel.row - above.row) / std::max(1.0, below.row - above.row), 0.0, 1.0),
               middle = above.column + share * (below.column - above.column),
               aside = std::abs(pixel.column - middle) / torso;
  AnatomicalPlace place;
  place.part = part_at(pixel, markers, torso, aside, middle);
  const bool in_middle = place.part == BodyRegion::kMediastinum || place.part == BodyRegion::kSpine ||
                         aside < kSpineHalfBreadth / 2;
  place.side = in_middle               ? PatientSide::kMiddle
               : pixel.column > middle ? PatientSide::kLeft
                                       : PatientSide::kRight;
  return place;
}

std::string_view part_name(BodyRegion part) {
  constexpr std::array<std::string_view, 14> kNames{
      "head and neck", "shoulder",      "upper lung", "middle lung",   "lower lung",
      "mediastinum",   "upper abdomen", "kidney",     "lower abdomen", "spine",
      "pelvis",        "hip",           "arm",        "thigh"};
  return kNames[static_cast<std::size_t>(part)];
}

std::string place_name(const AnatomicalPlace& place) {
  const std::string part(part_name(place.part));
  return place.side == PatientSide::kLeft    ? "left " + part
         : place.side == PatientSide::kRight ? "right " + part
                                             : part;
}

}  // namespace skiagraph::applications
