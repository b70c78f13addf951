#include "core/evaluation/scan_checks.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/geometry/mesh_simplification.h"

namespace skiagraph::evaluation {
namespace {

constexpr double kMmPerCm = 10;

/// Adds up distances of markers.
class Distances {
 public:
  void add(Marker marker, double mm) {
    const double cm = mm / kMmPerCm;
    sum_ += cm;
    ++count_;
    if (cm <= result_.greatest_cm) return;
    result_.greatest_cm = cm;
    result_.greatest = marker;
  }
  [[nodiscard]] Disagreement result() const {
    Disagreement result = result_;
    result.mean_cm = count_ > 0 ? sum_ / count_ : 0;
    return result;
  }

 private:
  Disagreement result_;
  double sum_ = 0;
  int count_ = 0;
};

/// The mesh of a file after a change of its places in the patient frame.
template <class Change>
geometry::TriangleMesh changed(const geometry::TriangleMesh& file_mesh, const geometry::AlignedScan& scan,
                               const Change& change) {
  geometry::TriangleMesh result = file_mesh;
  const Transform to_file = scan.to_patient.inverse();
  for (Vec3& p : result.vertices) p = to_file(change(scan.to_patient(p * scan.unit_mm))) * (1 / scan.unit_mm);
  return result;
}

/// A marker found in another version of the file, in the patient frame of `scan`.
Vec3 in_frame_of(const geometry::AlignedScan& scan, const ScanPrediction& version, Marker marker) {
  const Vec3 in_file = version.scan.to_patient.inverse()(version.marker(marker)) * (1 / version.scan.unit_mm);
  return scan.to_patient(in_file * scan.unit_mm);
}

Vec3 mirrored(Vec3 p) {
  return {-p.x, p.y, p.z};
}

/// The pipeline may refuse a version of a scan that it took.
template <class Compare>
Disagreement unless_refused(const Compare& compare) try {
  return compare();
} catch (const InputError& error) {
  Disagreement refused;
  refused.refusal = error.what();
  return refused;
}

using enum Marker;

/// The first is above the second in everybody.
constexpr std::array<std::pair<Marker, Marker>, 19> kOrder{{{kNeck, kSternalNotch},
                                                            {kLungTopRight, kCarina},
                                                            {kLungTopLeft, kCarina},
                                                            {kSternalNotch, kCarina},
                                                            {kSternalNotch, kSternumTip},
                                                            {kShoulderRight, kCarina},
                                                            {kShoulderLeft, kCarina},
                                                            {kCarina, kLiverTop},
                                                            {kCarina, kSternumTip},
                                                            {kLiverTop, kLiverBottom},
                                                            {kLiverTop, kKidneyCentreRight},
                                                            {kLiverTop, kKidneyCentreLeft},
                                                            {kSternumTip, kIliacCrestRight},
                                                            {kKidneyCentreRight, kIliacCrestRight},
                                                            {kKidneyCentreLeft, kIliacCrestLeft},
                                                            {kIliacCrestRight, kFemoralHeadRight},
                                                            {kIliacCrestLeft, kFemoralHeadLeft},
                                                            {kFemoralHeadRight, kPubicSymphysis},
                                                            {kFemoralHeadLeft, kPubicSymphysis}}};

/// An organ that stays on its side when the skin is mirrored.
bool on_one_side(Marker marker) {
  return marker == kLiverTop || marker == kLiverBottom;
}

bool is_shoulder(Marker marker) {
  return marker == Marker::kShoulderRight || marker == Marker::kShoulderLeft;
}

}  // namespace

Marker other_side(Marker marker) {
  constexpr std::string_view kRight = "_right", kLeft = "_left";
  const std::string_view name = info(marker).name;
  const auto swapped = [&](std::string_view from, std::string_view to) -> std::optional<Marker> {
    if (!name.ends_with(from)) return std::nullopt;
    return marker_named(std::string(name.substr(0, name.size() - from.size())) + std::string(to));
  };
  return swapped(kRight, kLeft).value_or(swapped(kLeft, kRight).value_or(marker));
}

Disagreement mirror_disagreement(inference::Predictor& predictor, const inference::LearnedPeople& learned,
                                 const geometry::TriangleMesh& file_mesh, const ScanPrediction& prediction,
                                 const CancelToken* cancel) {
  return unless_refused([&] {
    geometry::TriangleMesh mesh = changed(file_mesh, prediction.scan, mirrored);
    for (auto& triangle : mesh.triangles) std::swap(triangle[1], triangle[2]);  // outside stays outside
    const ScanPrediction image = predict_scan(predictor, mesh, cancel);
    const geometry::CanonicalPlacement& placement = prediction.placement();
    const double centre = placement.frame().centre_column;
    const auto mean_place = [&](Marker marker) { return learned.mean[static_cast<std::size_t>(marker)]; };
    Distances distances;
    for (int n = 0; n < kMarkerCount; ++n) {
      const Marker marker = marker_table()[n].marker, other = other_side(marker);
      // The mean person in the placement of the mirror image.
      const Pixel mean_other{mean_place(other).row, 2 * centre - mean_place(other).column};
      const Vec3 deviation = prediction.marker(marker) - placement.to_patient(mean_place(marker), 0);
      const Vec3 of_image =
          in_frame_of(prediction.scan, image, other) - mirrored(placement.to_patient(mean_other, 0));
      const double sideways = on_one_side(marker) ? of_image.x : -of_image.x;
      distances.add(marker, std::hypot(deviation.x - sideways, deviation.z - of_image.z));
    }
    return distances.result();
  });
}

std::optional<Disagreement> resampled_disagreement(inference::Predictor& predictor,
                                                   const geometry::TriangleMesh& file_mesh,
                                                   const ScanPrediction& prediction,
                                                   const CancelToken* cancel) {
  constexpr std::size_t kShare = 3, kFewest = 1000;
  const std::size_t vertices = file_mesh.vertices.size() / kShare;
  if (vertices < kFewest) return std::nullopt;
  return unless_refused([&] {
    const ScanPrediction coarse = predict_scan(predictor, geometry::simplified(file_mesh, vertices), cancel);
    Distances distances;
    for (int n = 0; n < kMarkerCount; ++n) {
      const Marker marker = marker_table()[n].marker;
      const Vec3 away = in_frame_of(prediction.scan, coarse, marker) - prediction.marker(marker);
      distances.add(marker, std::hypot(away.x, away.z));
    }
    return distances.result();
  });
}

SameBody same_body(const ScanResult& scan, const ScanResult& other) {
  const auto row = [](const ScanResult& of, Marker marker) {
    return of.found[static_cast<std::size_t>(marker)].row;
  };
  const auto torso_px = [&](const ScanResult& of) { return row(of, kPubicSymphysis) - row(of, kNeck); };
  const auto height = [&](const ScanResult& of, Marker marker) {
    return (row(of, kPubicSymphysis) - row(of, marker)) / torso_px(of);
  };
  SameBody same;
  same.name = other.name;
  if (other.refused()) {
    same.heights.refusal = other.refusal;
    return same;
  }
  const double torso_mm = torso_px(scan) * scan.mm_per_px;
  same.torso_mm = torso_mm - torso_px(other) * other.mm_per_px;
  Distances distances;
  for (int n = 0; n < kMarkerCount; ++n) {
    const Marker marker = marker_table()[n].marker;
    if (is_shoulder(marker) || marker == kNeck || marker == kPubicSymphysis) continue;
    distances.add(marker, std::abs(height(scan, marker) - height(other, marker)) * torso_mm);
  }
  same.heights = distances.result();
  return same;
}

Plausibility plausibility_of(const MarkerPositions& markers, const inference::LearnedPeople& learned) {
  constexpr double kMostSd = 4, kLeastSdPx = 1;  // finer than that no network places a marker
  const auto row = [&](Marker marker) { return markers[static_cast<std::size_t>(marker)].row; };
  Plausibility result;
  for (const auto& [above, below] : kOrder)
    if (row(above) >= row(below)) result.wrong_order.emplace_back(above, below);
  for (int n = 0; n < kMarkerCount; ++n) {
    const Marker marker = marker_table()[n].marker;
    const double sd = std::max(kLeastSdPx, learned.row_sd_px(marker));
    const double deviation = (learned.mean[n].row - row(marker)) / sd;
    if (std::abs(deviation) > kMostSd) result.unusual_heights.emplace_back(marker, deviation);
  }
  return result;
}

}  // namespace skiagraph::evaluation
