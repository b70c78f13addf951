#include "core/evaluation/scan_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/evaluation/range_report.h"
#include "core/evaluation/text_columns.h"

namespace skiagraph::evaluation {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(Marker marker) {
  return info(marker).name;
}

double mean_of(const ScanResult& scan, double ScanMarker::*figure) {
  double sum = 0;
  for (const ScanMarker& marker : scan.markers) sum += marker.*figure;
  return scan.markers.empty() ? 0 : sum / static_cast<double>(scan.markers.size());
}

Json or_null(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json marker_json(const ScanMarker& marker) {
  return {{"name", name_of(marker.marker)},          {"error_cm", marker.error_cm},
          {"head_feet_cm", marker.head_feet_cm},     {"sideways_cm", marker.sideways_cm},
          {"mean_person_cm", marker.mean_person_cm}, {"inside_95", marker.inside_95}};
}

Json disagreement_json(const Disagreement& one) {
  if (!one.refusal.empty()) return {{"refusal", one.refusal}};
  return {
      {"mean_cm", one.mean_cm}, {"greatest_cm", one.greatest_cm}, {"greatest_marker", name_of(one.greatest)}};
}

Json plausibility_json(const Plausibility& one) {
  Json order = Json::array(), heights = Json::array();
  for (const auto& [above, below] : one.wrong_order)
    order.push_back({{"above", name_of(above)}, {"below", name_of(below)}});
  for (const auto& [marker, sd] : one.unusual_heights)
    heights.push_back({{"name", name_of(marker)}, {"standard_deviations", sd}});
  return {{"plausible", one.plausible()}, {"wrong_order", order}, {"unusual_heights", heights}};
}

Json checks_json(const ScanChecks& checks) {
  Json json{{"mirror", disagreement_json(checks.mirror)},
            {"resampled", checks.resampled ? disagreement_json(*checks.resampled) : Json(nullptr)},
            {"same_as", nullptr},
            {"plausible", plausibility_json(checks.plausibility)}};
  if (checks.same_as) {
    Json same = disagreement_json(checks.same_as->heights);
    same["name"] = checks.same_as->name;
    same["torso_mm"] = checks.same_as->torso_mm;
    json["same_as"] = same;
  }
  return json;
}

Json scan_json(const ScanResult& scan) {
  if (scan.refused())
    return {{"name", scan.name},
            {"refusal", {{"code", scan.refusal_code}, {"text", scan.refusal}}},
            {"markers", Json::array()}};
  Json markers = Json::array();
  for (const ScanMarker& marker : scan.markers) markers.push_back(marker_json(marker));
  Json json{{"name", scan.name},
            {"model", scan.model},
            {"markers", markers},
            {"error_cm", nullptr},
            {"mean_person_cm", nullptr},
            {"worst_marker", nullptr},
            {"levels",
             {{"neck_mm", or_null(scan.neck_level_mm)}, {"symphysis_mm", or_null(scan.symphysis_level_mm)}}},
            {"mm_per_px", scan.mm_per_px},
            {"checks", checks_json(scan.checks)},
            {"scan_ranges", range_outcomes_json(scan.ranges)},
            {"loop", {{"converged", scan.converged}, {"iterations", scan.iterations}}}};
  if (const ScanMarker* worst = worst_marker(scan)) {
    json["error_cm"] = mean_error_cm(scan);
    json["mean_person_cm"] = mean_person_error_cm(scan);
    json["worst_marker"] = name_of(worst->marker);
  }
  return json;
}

/// What a reader has to know besides the numbers.
std::string remarks(const ScanResult& scan) {
  if (scan.refused()) return "refused: " + scan.refusal;
  std::vector<std::string> all;
  if (!scan.converged) all.emplace_back("the loop has not converged");
  for (const auto& [above, below] : scan.checks.plausibility.wrong_order)
    all.push_back(std::string(name_of(above)) + " is not above " + std::string(name_of(below)));
  for (const auto& [marker, sd] : scan.checks.plausibility.unusual_heights)
    all.push_back(std::string(name_of(marker)) + " is " + signed_fixed(sd, 1) + " SD from the mean height");
  const auto add_refusal = [&](const char* of, const Disagreement& one) {
    if (!one.refusal.empty()) all.push_back(of + (": " + one.refusal));
  };
  add_refusal("mirror image", scan.checks.mirror);
  if (scan.checks.resampled) add_refusal("resampled", *scan.checks.resampled);
  if (scan.checks.same_as) add_refusal("same body", scan.checks.same_as->heights);
  std::string text;
  for (const std::string& one : all) text += (text.empty() ? "" : "; ") + one;
  return text;
}

std::string millimetres(const std::optional<double>& value) {
  return value ? signed_fixed(*value, 0) : "-";
}

TextColumns error_columns(std::span<const ScanResult> scans) {
  TextColumns table({"scan", "markers", "error cm", "mean person", "head-feet", "sideways", "inside 95 %",
                     "worst marker", "neck mm", "symphysis mm", "iterations", "remarks"});
  for (const ScanResult& scan : scans) {
    std::vector<std::string> cells(table.columns(), "-");
    cells.front() = scan.name;
    cells.back() = remarks(scan);
    if (const ScanMarker* worst = worst_marker(scan)) {
      cells[1] = std::to_string(scan.markers.size());
      cells[2] = fixed(mean_error_cm(scan), 2);
      cells[3] = fixed(mean_person_error_cm(scan), 2);
      cells[4] = signed_fixed(mean_of(scan, &ScanMarker::head_feet_cm), 2);
      cells[5] = signed_fixed(mean_of(scan, &ScanMarker::sideways_cm), 2);
      cells[6] = fixed(100 * share_inside_95(scan), 0);
      cells[7] = std::string(name_of(worst->marker)) + " " + fixed(worst->error_cm, 2);
    }
    if (!scan.refused()) {
      cells[8] = millimetres(scan.neck_level_mm);
      cells[9] = millimetres(scan.symphysis_level_mm);
      cells[10] = std::to_string(scan.iterations);
    }
    table.add(cells);
  }
  return table;
}

TextColumns marker_columns(std::span<const ScanResult> scans) {
  TextColumns table({"scan", "marker", "error cm", "head-feet", "sideways", "mean person", "inside 95 %"}, 2);
  for (const ScanResult& scan : scans)
    for (const ScanMarker& marker : scan.markers)
      table.add({scan.name, std::string(name_of(marker.marker)), fixed(marker.error_cm, 2),
                 signed_fixed(marker.head_feet_cm, 2), signed_fixed(marker.sideways_cm, 2),
                 fixed(marker.mean_person_cm, 2), marker.inside_95 ? "yes" : "no"});
  return table;
}

TextColumns check_columns(std::span<const ScanResult> scans) {
  TextColumns table({"scan", "mirror cm", "greatest", "resampled cm", "greatest", "same body", "heights cm",
                     "greatest", "torso mm", "plausible"});
  for (const ScanResult& scan : scans) {
    if (scan.refused()) continue;
    std::vector<std::string> cells(table.columns(), "-");
    cells.front() = scan.name;
    const auto put = [&](std::size_t column, const Disagreement& one) {
      if (!one.refusal.empty()) return;
      cells[column] = fixed(one.mean_cm, 2);
      cells[column + 1] = fixed(one.greatest_cm, 2) + " " + std::string(name_of(one.greatest));
    };
    put(1, scan.checks.mirror);
    if (scan.checks.resampled) put(3, *scan.checks.resampled);
    if (const auto& same = scan.checks.same_as) {
      cells[5] = same->name;
      put(6, same->heights);
      if (same->heights.refusal.empty()) cells[8] = signed_fixed(same->torso_mm, 0);
    }
    cells.back() = scan.checks.plausibility.plausible() ? "yes" : "no";
    table.add(cells);
  }
  return table;
}

constexpr const char* kLegend =
    "Whole pipeline, from the file to the markers, everything automatic; errors in the frontal plane. "
    "Mean person: every marker at its mean place over the training people, put through the same found "
    "levels. Head-feet: + is too high. Sideways: + is too far to the patient's left. Neck and symphysis: "
    "found level minus true landmark.";
constexpr const char* kCheckLegend =
    "What must agree without known landmarks: the prediction in the mirror image (what differs between the "
    "sides of the mean person taken out), in a third of the triangles, and in another pose or file of the "
    "same body (heights as fractions of the predicted torso); plausible: heights in order and within four "
    "standard deviations of the mean person's.";

std::string summary_sentence(const ScanSummary& summary) {
  if (summary.scans == 0) return {};
  return filled_in(
      "Mean over {} scans with known landmarks: {} cm, mean person {} cm; better than the mean person in {}. "
      "Inside the 95 % margins: {} of {} landmarks.\n",
      {std::to_string(summary.scans), fixed(summary.error_cm, 2), fixed(summary.mean_person_cm, 2),
       std::to_string(summary.better_than_mean_person), std::to_string(summary.inside_95),
       std::to_string(summary.landmarks)});
}

}  // namespace

ScanSummary summary_of(std::span<const ScanResult> scans) {
  ScanSummary summary;
  for (const ScanResult& scan : scans) {
    if (scan.markers.empty()) continue;
    ++summary.scans;
    summary.error_cm += mean_error_cm(scan);
    summary.mean_person_cm += mean_person_error_cm(scan);
    if (mean_error_cm(scan) < mean_person_error_cm(scan)) ++summary.better_than_mean_person;
    summary.landmarks += static_cast<int>(scan.markers.size());
    summary.inside_95 += static_cast<int>(std::ranges::count_if(scan.markers, &ScanMarker::inside_95));
  }
  summary.error_cm /= std::max(1, summary.scans);
  summary.mean_person_cm /= std::max(1, summary.scans);
  return summary;
}

Json scans_json(std::span<const ScanResult> scans) {
  Json json = Json::array();
  for (const ScanResult& scan : scans) json.push_back(scan_json(scan));
  return json;
}

std::string scans_json_text(std::span<const ScanResult> scans) {
  // Scans and models may have any name.
  return Json{{"scans", scans_json(scans)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string scans_text(std::span<const ScanResult> scans) {
  if (scans.empty()) return {};
  const TextColumns markers = marker_columns(scans), checks = check_columns(scans);
  std::string text = error_columns(scans).text() + "\n" + summary_sentence(summary_of(scans));
  if (!markers.empty()) text += "\n" + markers.text();
  if (!checks.empty()) text += "\n" + checks.text();
  return text + scan_ranges_text(scans);
}

std::string scans_markdown(std::span<const ScanResult> scans) {
  if (scans.empty()) return {};
  const TextColumns markers = marker_columns(scans), checks = check_columns(scans);
  std::string text = "## Scans from other sources\n\n" + error_columns(scans).markdown() + "\n" +
                     summary_sentence(summary_of(scans)) + kLegend + "\n\n";
  if (!checks.empty()) text += checks.markdown() + "\n" + kCheckLegend + "\n\n";
  if (!markers.empty()) text += markers.markdown() + "\n";
  return text + scan_ranges_markdown(scans);
}

}  // namespace skiagraph::evaluation
