#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/progress.h"
#include "core/evaluation/range_study.h"
#include "core/geometry/scan_alignment.h"
#include "core/inference/learned_people.h"
#include "core/inference/predictor.h"

namespace skiagraph::evaluation {

/// A scan from any source with what is known of the person in it.
struct Scan {
  std::string name;
  geometry::TriangleMesh mesh;  ///< as it stands in its file: units and axes are to be found
  /// In the axes of the file, scaled to mm: `scan_mm` of markers.json. In the order of marker_table().
  std::array<std::optional<Vec3>, kLandmarkCount> landmarks;
};

/// A marker whose true place is known. Places are compared in the frontal plane of the body.
struct ScanMarker {
  Marker marker{};
  double error_cm = 0;
  double head_feet_cm = 0;    ///< found minus true: + is too high
  double sideways_cm = 0;     ///< + is too far to the patient's left
  double mean_person_cm = 0;  ///< error of the mean person, placed by the same found levels
  bool inside_95 = false;     ///< the truth lies inside the 95 % margin
};

/// How far two predictions are apart that should be one.
struct Disagreement {
  double mean_cm = 0, greatest_cm = 0;
  Marker greatest{};    ///< the marker that is farthest apart
  std::string refusal;  ///< why there is no second prediction; then nothing else holds
};

/// The same body in another pose or file.
struct SameBody {
  std::string name;      ///< of the other scan
  Disagreement heights;  ///< of heights as fractions of the predicted torso, in cm of this one
  double torso_mm = 0;   ///< predicted neck to symphysis: this scan's minus the other's
};

/// What no person has.
struct Plausibility {
  std::vector<std::pair<Marker, Marker>> wrong_order;      ///< the first should be above the second
  std::vector<std::pair<Marker, double>> unusual_heights;  ///< in standard deviations; + is too high

  [[nodiscard]] bool plausible() const { return wrong_order.empty() && unusual_heights.empty(); }
};

struct ScanChecks {
  Disagreement mirror;                    ///< with the prediction in the scan's mirror image
  std::optional<Disagreement> resampled;  ///< with that in a third of the triangles, where enough are left
  std::optional<SameBody> same_as;
  Plausibility plausibility;
};

/// What was found in one scan.
struct ScanResult {
  std::string name, model;
  std::string refusal_code, refusal;  ///< why nothing was found, in one sentence; then nothing else holds
  std::vector<ScanMarker> markers;    ///< those whose place is known; may be empty
  /// Found level minus the height of the true landmark: + is too high. Nothing where that is not known.
  std::optional<double> neck_level_mm, symphysis_level_mm;
  double mm_per_px = 0;
  MarkerPositions found{};  ///< pixels
  bool converged = false;
  int iterations = 0;
  ScanChecks checks;
  std::vector<RangeOutcome> ranges;  ///< regions with a known end

  [[nodiscard]] bool refused() const { return !refusal.empty(); }
};

/// Means over the markers of a scan; 0 without any.
double mean_error_cm(const ScanResult& scan);
double mean_person_error_cm(const ScanResult& scan);
double share_inside_95(const ScanResult& scan);
/// The marker with the largest error; null without any.
const ScanMarker* worst_marker(const ScanResult& scan);

/// A prediction with everything automatic: alignment, levels, loop.
struct ScanPrediction {
  geometry::AlignedScan scan;
  std::shared_ptr<const geometry::SurfaceImage> surface;
  inference::LoopResult loop;

  [[nodiscard]] const geometry::CanonicalPlacement& placement() const { return surface->placement; }
  /// In the patient frame of `scan`: in the middle between front and back surface.
  [[nodiscard]] Vec3 marker(Marker marker) const;
};
/// Throws InputError as align_scan does.
ScanPrediction predict_scan(inference::Predictor& predictor, const geometry::TriangleMesh& file_mesh,
                            const CancelToken* cancel = nullptr);

/// The whole pipeline on one scan, beside what is known and with all checks but `same_as`. learned: whom the
/// weights learned from. Throws InputError when the scan is no person's, Cancelled.
ScanResult study_scan(inference::Predictor& predictor, const inference::LearnedPeople& learned,
                      const Scan& scan, const CancelToken* cancel = nullptr);

}  // namespace skiagraph::evaluation
