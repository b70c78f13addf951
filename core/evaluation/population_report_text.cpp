#include <nlohmann/json.hpp>

#include "core/base/number_text.h"
#include "core/evaluation/population_report.h"

namespace skiagraph::evaluation {
namespace {

using nlohmann::ordered_json;

std::string number(const std::optional<double>& value, int decimals) {
  return value ? fixed(*value, decimals) : "-";
}

/// "12.3 (11, +12 %)": found, published, difference.
std::string beside(const std::optional<double>& found, const std::optional<double>& published, int decimals) {
  if (!found || !published) return number(found, decimals);
  return fixed(*found, decimals) + " (" + fixed(*published, decimals) + ", " +
         signed_fixed((*found / *published - 1) * 100, 0) + " %)";
}

ordered_json known(const std::optional<double>& value) {
  return value ? ordered_json(*value) : ordered_json();
}

ordered_json landmark_json(const LandmarkSpread& row) {
  return {
      {"name", std::string(info(row.marker).name)},
      {"total_mm", row.total},
      {"published_total_mm", known(row.published_total)},
      {"unexplained_mm", known(row.unexplained)},
      {"published_unexplained_mm", known(row.published_unexplained)},
      {"unexplained_sideways_mm", known(row.unexplained_sideways)},
      {"published_unexplained_sideways_mm", known(row.published_unexplained_sideways)},
      {"floor_cm", known(row.floor_cm)},
      {"floor_95_cm", row.floor_cm ? ordered_json({row.floor_95.low, row.floor_95.high}) : ordered_json()}};
}

}  // namespace

std::string report_text(const PopulationReport& report) {
  std::string text =
      "# Population\n\n" + std::to_string(report.people) +
      " people; draws rejected: " + (report.rejected.empty() ? "-" : report.rejected) +
      "; floor of the X-ray inside the body: " + number(report.floor_xray, 4) +
      "\n\nIn brackets: the published figure, and how far ours is from it.\n\n"
      "| landmark | total SD, mm | unexplained SD, mm | unexplained sideways, mm | floor, cm | 95 % |\n"
      "|---|---|---|---|---|---|\n";
  for (const LandmarkSpread& row : report.landmarks)
    text += "| " + std::string(info(row.marker).name) + " | " + beside(row.total, row.published_total, 1) +
            " | " + beside(row.unexplained, row.published_unexplained, 1) + " | " +
            beside(row.unexplained_sideways, row.published_unexplained_sideways, 1) + " | " +
            number(row.floor_cm, 2) + " | " +
            (row.floor_cm ? number(row.floor_95.low, 2) + " to " + number(row.floor_95.high, 2) : "-") +
            " |\n";
  text +=
      "\nLandmarks: head-feet positions on a scanner's table, NAKO MRI (Kats et al. 2025), and what their "
      "network\n"
      "leaves; sideways likewise. The table's zero is taken at 0.72 torso lengths above the symphysis, met "
      "within\n"
      "14 mm (SD): these two numbers are not published and were chosen once for all rows. Unexplained: the "
      "interior\n"
      "drawn again under one skin. Floor: mean distance from the mean of such draws, with its interval over "
      "skins.\n\n"
      "| base | measure | mean | SD |\n|---|---|---|---|\n";
  for (const MeasureSpread& row : report.measures)
    text += "| " + row.base + " | " + row.measure + " | " + beside(row.mean, row.published_mean, 1) + " | " +
            beside(row.sd, row.published_sd, 1) + " |\n";
  return text +
         "\nmm and kg. Stature to hip breadth: Gordon et al., 2012 Anthropometric survey of U.S. Army "
         "personnel,\n"
         "NATICK/TR-15/007. Lung height and kidney length: published values of the method page.\n";
}

std::string report_json_text(const PopulationReport& report) {
  ordered_json landmarks = ordered_json::array(), measures = ordered_json::array();
  for (const LandmarkSpread& row : report.landmarks) landmarks.push_back(landmark_json(row));
  for (const MeasureSpread& row : report.measures)
    measures.push_back({{"base", row.base},
                        {"measure", row.measure},
                        {"mean", row.mean},
                        {"published_mean", known(row.published_mean)},
                        {"sd", row.sd},
                        {"published_sd", known(row.published_sd)}});
  const ordered_json all{{"people", report.people},
                         {"rejected", report.rejected},
                         {"floor_xray", known(report.floor_xray)},
                         {"landmarks", std::move(landmarks)},
                         {"measures", std::move(measures)}};
  return all.dump(2) + '\n';
}

}  // namespace skiagraph::evaluation
