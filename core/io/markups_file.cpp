#include "core/io/markups_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/write_file.h"
#include "core/io/markers_file.h"
#include "core/io/synthetic_notice.h"

namespace skiagraph::io {
namespace {

using nlohmann::json;

constexpr const char* kSchema =
    "https://raw.githubusercontent.com/slicer/slicer/master/Modules/Loadable/Markups/Resources/Schema/"
    "markups-schema-v1.0.3.json#";
constexpr double kAlong = 0.9999;  // cosine: less than a degree off

/// A direction of the patient frame in the scan's axes: "-z", or "about -z".
std::string axis_text(const std::array<double, 4>& row) {
  const auto largest = std::max_element(row.begin(), row.begin() + 3,
                                        [](double a, double b) { return std::abs(a) < std::abs(b); });
  return fmt::format("{}{}{}", std::abs(*largest) < kAlong ? "about " : "", *largest < 0 ? '-' : '+',
                     "xyz"[largest - row.begin()]);
}

/// What Slicer cannot know of the axes.
std::string axes_text(const geometry::ScanAlignment& scan) {
  const auto& rows = scan.to_patient.m;
  if (rows[0][0] > kAlong && rows[1][1] > kAlong && rows[2][2] > kAlong) return {};
  return fmt::format(
      " Coordinates are those of the scan's file in mm, to lie on the scan, whose axes are not LPS: the "
      "patient's "
      "left is {}, the back {}, the head {}.",
      axis_text(rows[0]), axis_text(rows[1]), axis_text(rows[2]));
}

/// 1 um is far below any error.
double rounded(double value) {
  return std::round(value * 1e3) / 1e3;
}

json control_point(const Prediction& prediction, std::size_t index) {
  const inference::MarkerEstimate& marker = prediction.result.markers[index];
  const MarkerInfo& info = marker_table()[index];
  const Vec3 place = scan_position(prediction.scan, marker_position(prediction.surface, marker.position));
  return {
      {"id", std::to_string(index + 1)},
      {"label", info.name},
      {"description", fmt::format("{}, synthetic, {}", info.label,
                                  marker.pinned ? std::string("placed by hand")
                                                : fmt::format("+-{:.1f} mm", inference::margin_mm(marker)))},
      {"associatedNodeID", ""},
      {"position", {rounded(place.x), rounded(place.y), rounded(place.z)}},
      {"orientation", {-1, 0, 0, 0, -1, 0, 0, 0, 1}},  // Slicer's own axes, RAS
      {"selected", true},
      {"locked", false},
      {"visibility", true},
      {"positionStatus", "defined"}};
}

}  // namespace

void write_markups(const std::filesystem::path& path, const Prediction& prediction) {
  constexpr int kIndent = 2;
  json points = json::array();
  for (std::size_t n = 0; n < kMarkerCount; ++n) points.push_back(control_point(prediction, n));
  const json list{{"type", "Fiducial"},
                  {"name", "Skiagraph markers (synthetic)"},
                  {"description", std::string(kSyntheticNotice) + "." + axes_text(prediction.scan)},
                  {"coordinateSystem", "LPS"},
                  {"coordinateUnits", "mm"},
                  {"locked", false},
                  {"fixedNumberOfControlPoints", false},
                  {"labelFormat", "%N-%d"},
                  {"lastUsedControlPointNumber", kMarkerCount},
                  {"controlPoints", points},
                  {"measurements", json::array()}};
  const json file{{"@schema", kSchema}, {"markups", json::array({list})}};
  write_file(path, file.dump(kIndent) + '\n');
}

}  // namespace skiagraph::io
