#include "core/io/range_file.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/geometry/extent.h"
#include "core/inference/range_heights.h"
#include "core/io/synthetic_notice.h"

namespace skiagraph::io {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
  return std::round(value * 1e3) / 1e3;
}

Json or_null(const std::optional<double>& value) {
  return value ? Json(rounded(*value)) : Json(nullptr);
}

/// The scan ends inside the range, as where it is of a part of a body.
std::optional<Remark> beyond_scan(const scan_range::Box& box, const geometry::TriangleMesh& mesh) {
  constexpr double kSlackMm = 30;  // over the head and below the soles there is nothing
  const geometry::Extent height = geometry::extent(mesh, {0, 0, 1});
  const bool above = box.top_mm > height.high + kSlackMm, below = box.bottom_mm < height.low - kSlackMm;
  if (!above && !below) return std::nullopt;
  return Remark{.code = "range.beyond_scan",
                .title = "Range beyond the scan",
                .sentence =
                    "The scan range reaches {} mm beyond the scanned part of the body, where nothing is "
                    "known; scan more of the body or choose another region.",
                .arguments = {std::to_string(
                    std::lround(std::max(box.top_mm - height.high, height.low - box.bottom_mm)))},
                .doubtful = true};
}

Json end_json(const RangeReport& report, double z_mm, const scan_range::RangeEnd& proposed, bool by_hand) {
  const Vec3 place = report.axis.place(z_mm);
  return {{"table_mm", rounded(report.axis.position_mm(z_mm))},
          {"from_landmark_mm", rounded(z_mm - report.landmark_mm)},
          {"from_landmark", scan_range::table_position(z_mm - report.landmark_mm)},
          {"scan_mm", {rounded(place.x), rounded(place.y), rounded(place.z)}},
          {"patient_mm", rounded(z_mm)},
          {"marker", proposed.marker && !by_hand ? Json(info(*proposed.marker).name) : Json(nullptr)},
          {"margin_mm", by_hand ? Json(nullptr) : Json(rounded(proposed.margin_mm))},
          {"by_hand", by_hand}};
}

}  // namespace

RangeReport range_report(const Prediction& prediction, std::optional<Marker> landmark) {
  if (!prediction.range) throw InputError("range.none", "No scan range is planned; choose a region first.");
  const scan_range::Plan& plan = *prediction.range;
  const inference::LoopResult& result = prediction.result;
  RangeReport report{plan,
                     inference::proposed_range(plan, result.markers, result.range_share, prediction.surface,
                                               scan_range::head_top(prediction.mesh, prediction.scan.neck)),
                     {},
                     scan_range::TableAxis(prediction.scan),
                     landmark.value_or(scan_range::info(plan.region).landmark),
                     0,
                     0,
                     prediction.remarks};
  report.box = scan_range::planned(plan, report.proposal);
  const inference::MarkerEstimate& marker = result.markers[static_cast<std::size_t>(report.landmark)];
  report.landmark_mm = prediction.surface.placement.to_patient(marker.position, 0).z;
  report.landmark_margin_mm = inference::margin_mm(marker);
  if (const auto remark = beyond_scan(report.box, prediction.mesh)) report.remarks.push_back(*remark);
  return report;
}

std::string range_json(const Prediction& prediction, const RangeReport& report) {
  const auto& [plan, proposal, box, axis, landmark, landmark_mm, landmark_margin_mm, remarks] = report;
  const bool made = prediction.source.scan.empty();
  Json warnings = Json::array();
  for (const Remark& remark : remarks)
    warnings.push_back({{"code", remark.code}, {"text", remark.text()}, {"doubtful", remark.doubtful}});
  const Vec3 place = axis.place(landmark_mm);
  const Json json{{"software", "Skiagraph " SKIAGRAPH_VERSION},
                  {"notice", std::string(kPlanningNotice) + ". " + std::string(kSyntheticNotice)},
                  {"model", prediction.source.model},
                  {"scan",
                   {{"path", made ? Json(nullptr) : Json(prediction.source.scan.string())},
                    {"sha256", made ? Json(nullptr) : Json(prediction.source.sha256)},
                    {"unit_mm", prediction.scan.unit_mm},
                    {"head_axis", axis.name()}}},
                  {"region", scan_range::info(plan.region).name},
                  {"automatic", plan.automatic()},
                  {"margin_mm", or_null(plan.margin_mm)},
                  {"coverage", plan.covers_95() ? Json(0.95) : Json(nullptr)},
                  {"start", end_json(report, box.top_mm, proposal.top, plan.top_mm.has_value())},
                  {"end", end_json(report, box.bottom_mm, proposal.bottom, plan.bottom_mm.has_value())},
                  {"length_mm", rounded(box.length_mm())},
                  {"sides_patient_mm", {{"right", rounded(box.right_mm)}, {"left", rounded(box.left_mm)}}},
                  {"width_mm", rounded(box.width_mm())},
                  {"landmark",
                   {{"name", info(landmark).name},
                    {"table_mm", rounded(axis.position_mm(landmark_mm))},
                    {"scan_mm", {rounded(place.x), rounded(place.y), rounded(place.z)}},
                    {"margin_95_mm", rounded(landmark_margin_mm)}}},
                  {"warnings", warnings}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void write_range(const std::filesystem::path& path, const Prediction& prediction) {
  write_file(path, range_json(prediction, range_report(prediction)));
}

}  // namespace skiagraph::io
