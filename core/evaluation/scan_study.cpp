#include "core/evaluation/scan_study.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/evaluation/scan_checks.h"
#include "core/geometry/surface_image.h"

namespace skiagraph::evaluation {
namespace {

constexpr double kMmPerCm = 10;

template <class Figure>
double mean_over_markers(const ScanResult& scan, const Figure& figure) {
  double sum = 0;
  for (const ScanMarker& marker : scan.markers) sum += figure(marker);
  return scan.markers.empty() ? 0 : sum / static_cast<double>(scan.markers.size());
}

double frontal_mm(Vec3 a, Vec3 b) {
  return std::hypot(a.x - b.x, a.z - b.z);
}

ScanMarker compare(const ScanPrediction& prediction, const inference::LearnedPeople& learned, Marker marker,
                   Vec3 truth) {
  const auto n = static_cast<std::size_t>(marker);
  const geometry::CanonicalPlacement& placement = prediction.placement();
  const inference::MarkerEstimate& estimate = prediction.loop.markers[n];
  const Vec3 found = placement.to_patient(estimate.position, 0);
  const double error_mm = frontal_mm(found, truth);
  return {marker,
          error_mm / kMmPerCm,
          (found.z - truth.z) / kMmPerCm,
          (found.x - truth.x) / kMmPerCm,
          frontal_mm(placement.to_patient(learned.mean[n], 0), truth) / kMmPerCm,
          error_mm <= learned.margin_mm(marker, estimate.confidence_mm, prediction.loop.unlikeness)};
}

std::vector<RangeOutcome> ranges_of(const ScanPrediction& prediction, const inference::LearnedPeople& learned,
                                    const Scan& scan) {
  RangeTruth truth;
  for (std::size_t n = 0; n < truth.landmarks.size(); ++n)
    if (const auto& place = scan.landmarks[n])
      truth.landmarks[n] = scan_range::Height{prediction.scan.to_patient(*place).z, 0};
  inference::MarkerEstimates found = prediction.loop.markers;
  for (int n = 0; n < kMarkerCount; ++n)
    found[n].margin_mm =
        learned.margin_mm(static_cast<Marker>(n), found[n].confidence_mm, prediction.loop.unlikeness);
  if (const auto& lung = scan.landmarks[static_cast<std::size_t>(Marker::kLungBottomLeft)])
    truth.lung_bottom_mm = prediction.scan.to_patient(*lung).z;
  return range_outcomes(found, learned.range_share, truth, learned.mean, prediction.placement());
}

}  // namespace

double mean_error_cm(const ScanResult& scan) {
  return mean_over_markers(scan, [](const ScanMarker& marker) { return marker.error_cm; });
}
double mean_person_error_cm(const ScanResult& scan) {
  return mean_over_markers(scan, [](const ScanMarker& marker) { return marker.mean_person_cm; });
}
double share_inside_95(const ScanResult& scan) {
  return mean_over_markers(scan, [](const ScanMarker& marker) { return marker.inside_95 ? 1.0 : 0.0; });
}
const ScanMarker* worst_marker(const ScanResult& scan) {
  const auto worst = std::ranges::max_element(scan.markers, {}, &ScanMarker::error_cm);
  return worst == scan.markers.end() ? nullptr : &*worst;
}

Vec3 ScanPrediction::marker(Marker marker) const {
  const Pixel place = loop.markers[static_cast<std::size_t>(marker)].position;
  return placement().to_patient(place, surface->middle_y_mm(place));
}

ScanPrediction predict_scan(inference::Predictor& predictor, const geometry::TriangleMesh& file_mesh,
                            const CancelToken* cancel) {
  geometry::AlignedScan scan = geometry::align_scan(file_mesh);
  inference::LoopRequest request;
  request.surface = std::make_shared<const geometry::SurfaceImage>(
      geometry::rasterise_surface(std::span(&scan.mesh, 1), scan.placement(predictor.frame())));
  inference::LoopResult loop = predictor.run(request, cancel);
  if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
  return {std::move(scan), request.surface, std::move(loop)};
}

ScanResult study_scan(inference::Predictor& predictor, const inference::LearnedPeople& learned,
                      const Scan& scan, const CancelToken* cancel) {
  const ScanPrediction prediction = predict_scan(predictor, scan.mesh, cancel);
  ScanResult result;
  result.name = scan.name;
  result.model = predictor.model_name();
  result.mm_per_px = prediction.placement().mm_per_px();
  result.found = inference::positions_of(prediction.loop.markers);
  result.converged = prediction.loop.converged;
  result.iterations = prediction.loop.iterations;
  for (int n = 0; n < kMarkerCount; ++n)
    if (const auto& place = scan.landmarks[n])
      result.markers.push_back(
          compare(prediction, learned, marker_table()[n].marker, prediction.scan.to_patient(*place)));
  result.ranges = ranges_of(prediction, learned, scan);
  const auto level_error = [&](Vec3 level, Marker marker) -> std::optional<double> {
    const auto& place = scan.landmarks[static_cast<std::size_t>(marker)];
    if (!place) return std::nullopt;
    return level.z - prediction.scan.to_patient(*place).z;
  };
  result.neck_level_mm = level_error(prediction.scan.neck, Marker::kNeck);
  result.symphysis_level_mm = level_error(prediction.scan.symphysis, Marker::kPubicSymphysis);
  result.checks.mirror = mirror_disagreement(predictor, learned, scan.mesh, prediction, cancel);
  result.checks.resampled = resampled_disagreement(predictor, scan.mesh, prediction, cancel);
  result.checks.plausibility = plausibility_of(result.found, learned);
  return result;
}

}  // namespace skiagraph::evaluation
