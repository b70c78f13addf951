#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/applications/anomalies/anomaly_place.h"
#include "core/applications/anomalies/picture_spread.h"
#include "core/applications/completion/completion.h"
#include "core/geometry/surface_image.h"

namespace skiagraph::applications {

/// How unlike a healthy person's the real X-ray is, on the pixels of the frame.
struct AnomalyScores {
  geometry::CanonicalFrame frame;
  /// Real - synthetic, in units of the X-ray image: what the paper looks at.
  std::vector<float> difference;
  /// The smoothed difference in standard deviations of healthy people, above 0 where the real X-ray is
  /// denser. Empty without a PictureSpread.
  std::vector<float> score;
  std::vector<std::uint8_t> used;  ///< 1 inside the body where the real X-ray is known, away from the skin
};

/// The paper's threshold for the difference.
inline constexpr double kPaperThreshold = 0.1;

/// Pixels that differ and touch.
struct AnomalyRegion {
  Pixel centre;
  double top = 0, bottom = 0, left = 0, right = 0;  ///< the pixels' outermost rows and columns
  double area_mm2 = 0, height_mm = 0, width_mm = 0;
  double peak = 0;      ///< the largest value, without its sign
  bool denser = false;  ///< than in a healthy person
  AnatomicalPlace place;
  std::vector<std::uint32_t> pixels;  ///< indices, row-major
};

/// After completion, so that a high diaphragm is not called disease.
AnomalyScores anomaly_scores(const Completion& completion, const geometry::SurfaceImage& surface,
                             const std::optional<PictureSpread>& spread);

/// Smallest area that is told.
inline constexpr double kLeastRegionMm2 = 40;

/// What exceeds the threshold in `values` (difference or score), the most conspicuous first.
std::vector<AnomalyRegion> anomaly_regions(const AnomalyScores& scores, const std::vector<float>& values,
                                           double threshold, const MarkerPositions& markers,
                                           double mm_per_px);

}  // namespace skiagraph::applications
