#pragma once

#include <vector>

#include "core/geometry/canonical_frame.h"

namespace skiagraph::imaging {

/// A line integral of the attenuation coefficient (dimensionless) of this size is white (1.0) in every X-ray
/// image, for everybody. A torso of 250 mm is about 5, an obese one 8 to 10.
inline constexpr double kXrayFullScale = 10.0;

/// Networks know a body by its shape alone, in torso lengths; the line integrals of equal shapes grow with
/// the body. So networks see and make X-rays of standard size: those of the same shape with a torso this
/// long.
inline constexpr double kStandardTorsoMm = 560;

/// How many times a body's line integrals are those of its shape at standard size.
inline double xray_size_factor(double torso_mm) {
  return torso_mm / kStandardTorsoMm;
}

/// A synthetic X-ray in the canonical frame: attenuation along parallel front-back rays over kXrayFullScale,
/// in [0, 1]; 0 is air. Row-major, rows x columns.
struct XrayImage {
  geometry::CanonicalFrame frame;
  std::vector<float> pixels;
};

}  // namespace skiagraph::imaging
