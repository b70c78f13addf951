#include "core/imaging/ct_attenuation.h"

#include <cmath>

namespace skiagraph::imaging {
namespace {

constexpr double kAir = -800, kSoftTissue = 100, kCorticalBone = 1600;  // HU

/// cm2/g at 70 keV from those at 60 and 80 keV.
double at_70_kev(double at_60, double at_80) {
  return at_60 * std::pow(at_80 / at_60, std::log(70.0 / 60) / std::log(80.0 / 60));
}

}  // namespace

double ct_attenuation_per_mm(double hounsfield) {
  constexpr double kBoneDensity = 1.92, kPerMm = 0.1;
  static const double water = kPerMm * at_70_kev(0.206, 0.184),
                      soft_tissue = water * (1 + kSoftTissue / 1000),
                      bone = kPerMm * kBoneDensity * at_70_kev(0.315, 0.223);
  if (hounsfield < kAir) return 0;
  if (hounsfield <= kSoftTissue) return water * (1 + hounsfield / 1000);
  return std::lerp(soft_tissue, bone, (hounsfield - kSoftTissue) / (kCorticalBone - kSoftTissue));
}

}  // namespace skiagraph::imaging
