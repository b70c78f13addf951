#pragma once

#include <vector>

#include "core/geometry/canonical_frame.h"

namespace skiagraph::imaging {

/// The line integral of the attenuation coefficient (dimensionless) that is white (1.0) in every X-ray image,
/// for everybody. A torso of 250 mm is about 5, an obese one 8 to 10.
inline constexpr double kXrayFullScale = 10.0;

/// Surface images are in torso lengths and do not contain the size of the body, but line integrals grow with
/// it. Networks therefore take and predict X-rays of standard size: those of the same shape with a torso of
/// this length.
inline constexpr double kStandardTorsoMm = 560;

/// Line integrals of a body divided by those of its shape at standard size.
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
