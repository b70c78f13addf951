#include "core/io/markers_file.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/write_file.h"
#include "core/geometry/frame_change.h"
#include "core/io/picture_files.h"
#include "core/io/synthetic_notice.h"

namespace skiagraph::io {
namespace {

using nlohmann::json;

// Rounded so that files are short to read; 1 um and a hundredth of a pixel are far below any error.
double rounded(double value) {
  return std::round(value * 1e3) / 1e3;
}

json to_json(Vec3 v) {
  return {rounded(v.x), rounded(v.y), rounded(v.z)};
}
json to_json(Pixel p) {
  return {rounded(p.row), rounded(p.column)};
}

/// JSON is UTF-8. A file's name may be any bytes; those that are no UTF-8 become U+FFFD.
void write(const std::filesystem::path& path, const json& content) {
  constexpr int kIndent = 2;
  write_file(path, content.dump(kIndent, ' ', false, json::error_handler_t::replace) + '\n');
}

/// A place in the exported X-ray, whose pixels may be finer than the loop's.
Pixel xray_pixel(const Prediction& prediction, Pixel place) {
  return geometry::same_place(place, prediction.surface.placement.frame(), prediction.xray.frame);
}

json marker_entry(const Prediction& prediction, const MarkerInfo& info,
                  const inference::MarkerEstimate& marker) {
  const Vec3 patient = marker_position(prediction.surface, marker.position);
  return {{"name", info.name},
          {"scan_mm", to_json(scan_position(prediction.scan, patient))},
          {"patient_mm", to_json(patient)},
          {"px", to_json(xray_pixel(prediction, marker.position))},
          {"confidence_mm", rounded(marker.confidence_mm)},
          {"margin_95_mm", marker.margin_mm > 0 ? json(rounded(marker.margin_mm)) : json()},
          {"pinned", marker.pinned}};
}

}  // namespace

Vec3 marker_position(const geometry::SurfaceImage& surface, Pixel pixel) {
  return surface.placement.to_patient(pixel, surface.middle_y_mm(pixel));
}

Vec3 scan_position(const geometry::ScanAlignment& scan, Vec3 patient) {
  return scan.to_patient.inverse()(patient);
}

void write_markers(const std::filesystem::path& path, const Prediction& prediction) {
  const auto& [source, scan, mesh, surface, result, xray, remarks, window_level, range] = prediction;
  json markers = json::array();
  for (int n = 0; n < kMarkerCount; ++n)
    markers.push_back(marker_entry(prediction, marker_table()[n], result.markers[n]));
  json to_patient = json::array();
  for (const auto& row : scan.to_patient.m) to_patient.push_back(row);
  json warnings = json::array();
  for (const Remark& remark : remarks)
    warnings.push_back({{"code", remark.code}, {"text", remark.text()}, {"doubtful", remark.doubtful}});
  json moves = json::array();
  for (const double move : result.max_move_px) moves.push_back(rounded(move));
  const bool made = source.scan.empty();
  write(path, {{"software", "Skiagraph " SKIAGRAPH_VERSION},
               {"notice", kSyntheticNotice},
               {"model", source.model},
               {"scan",
                {{"path", made ? json() : json(source.scan.string())},
                 {"sha256", made ? json() : json(source.sha256)},
                 {"unit_mm", scan.unit_mm},
                 {"to_patient", to_patient}}},
               {"mm_per_px", rounded(mm_per_px(xray, surface))},
               {"markers", markers},
               {"loop",
                {{"converged", result.converged},
                 {"iterations", result.iterations},
                 {"milliseconds", rounded(result.milliseconds)},
                 {"max_move_px", moves}}},
               {"warnings", warnings}});
}

void write_trace(const std::filesystem::path& path, const std::vector<inference::LoopIteration>& trace,
                 const geometry::CanonicalFrame& frame) {
  json iterations = json::array();
  for (const inference::LoopIteration& iteration : trace) {
    json places = json::object();
    for (int n = 0; n < kMarkerCount; ++n)
      places[std::string(marker_table()[n].name)] =
          to_json(geometry::same_place(iteration.markers[n].position, iteration.xray.frame, frame));
    iterations.push_back(
        {{"iteration", iteration.number}, {"max_move_px", rounded(iteration.max_move_px)}, {"px", places}});
  }
  write(path, {{"iterations", iterations}});
}

}  // namespace skiagraph::io
