#include "core/evaluation/range_report.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/evaluation/text_columns.h"

namespace skiagraph::evaluation {
namespace {

using Json = nlohmann::ordered_json;

std::string name_of(scan_range::Region region) {
  return std::string(scan_range::info(region).name);
}

std::string error_text(const std::optional<RangeRow::Error>& error) {
  return error ? signed_fixed(error->mean_mm, 1) + " +- " + fixed(error->sd_mm, 1) : "-";
}

std::string percent(const std::optional<double>& share) {
  return share ? fixed(100 * *share, 1) : "-";
}

TextColumns columns_of(std::span<const RangeRow> rows) {
  TextColumns table({"scan range", "people", "top mm", "bottom mm", "covered %", "lungs inside %",
                     "too long mm", "fixed margin mm", "too long mm", "mean person's margin mm",
                     "too long mm", "shorter mm"});
  for (const RangeRow& row : rows)
    table.add({name_of(row.region), std::to_string(row.people), error_text(row.top), error_text(row.bottom),
               percent(row.covered), percent(row.lungs_inside), fixed(row.too_long_mm, 1),
               fixed(row.fixed_mm, 1), fixed(row.fixed_too_long_mm, 1), fixed(row.mean_person_fixed_mm, 1),
               fixed(row.mean_person_too_long_mm, 1),
               signed_fixed(row.mean_person_too_long_mm - row.too_long_mm, 1)});
  return table;
}

constexpr const char* kLegend =
    "Top and bottom: where the markers alone have the end, mean and standard deviation; + is outwards. "
    "Covered: people whose true ends both lie inside the range with its calibrated margins (95 % is asked). "
    "Too long: what lies beyond the true ends, mean. Fixed margin: one for everybody around the same "
    "markers, and around the mean person's at the same found levels, that covers 95 % of these very people. "
    "Shorter: than with the mean person's. The top of the head is the skin's.";

TextColumns scan_columns(std::span<const ScanResult> scans) {
  TextColumns table({"scan", "scan range", "top mm", "bottom mm", "planned top mm", "planned bottom mm",
                     "mean person's top mm", "bottom mm", "covered"},
                    2);
  const auto cell = [](const std::optional<RangeEndError>& end, double RangeEndError::*figure) {
    return end ? signed_fixed((*end).*figure, 1) : std::string("-");
  };
  for (const ScanResult& scan : scans)
    for (const RangeOutcome& one : scan.ranges)
      table.add({scan.name, name_of(one.region), cell(one.top, &RangeEndError::found_mm),
                 cell(one.bottom, &RangeEndError::found_mm), cell(one.top, &RangeEndError::planned_mm),
                 cell(one.bottom, &RangeEndError::planned_mm), cell(one.top, &RangeEndError::mean_person_mm),
                 cell(one.bottom, &RangeEndError::mean_person_mm), one.covered() ? "yes" : "no"});
  return table;
}

std::string coverage_sentence(std::span<const ScanResult> scans) {
  const RangeCoverage coverage = range_coverage(scans);
  return filled_in("Scan ranges that hold the true ends that are known: {} of {}.\n",
                   {std::to_string(coverage.covered), std::to_string(coverage.ranges)});
}

Json end_json(const std::optional<RangeEndError>& end) {
  if (!end) return nullptr;
  return {
      {"found_mm", end->found_mm}, {"planned_mm", end->planned_mm}, {"mean_person_mm", end->mean_person_mm}};
}

Json error_json(const std::optional<RangeRow::Error>& error) {
  if (!error) return nullptr;
  return {{"mean_mm", error->mean_mm}, {"sd_mm", error->sd_mm}};
}

}  // namespace

std::string ranges_text(std::span<const RangeRow> rows) {
  return rows.empty() ? std::string() : columns_of(rows).text();
}

std::string ranges_markdown(std::span<const RangeRow> rows) {
  if (rows.empty()) return {};
  return "## Scan range\n\n" + columns_of(rows).markdown() + "\n" + kLegend + "\n";
}

Json ranges_json(std::span<const RangeRow> rows) {
  Json json = Json::array();
  for (const RangeRow& row : rows)
    json.push_back({{"region", name_of(row.region)},
                    {"people", row.people},
                    {"top", error_json(row.top)},
                    {"bottom", error_json(row.bottom)},
                    {"covered", row.covered},
                    {"lungs_inside", row.lungs_inside ? Json(*row.lungs_inside) : Json(nullptr)},
                    {"too_long_mm", row.too_long_mm},
                    {"fixed_margin_mm", row.fixed_mm},
                    {"fixed_too_long_mm", row.fixed_too_long_mm},
                    {"mean_person_margin_mm", row.mean_person_fixed_mm},
                    {"mean_person_too_long_mm", row.mean_person_too_long_mm}});
  return json;
}

std::string scan_ranges_text(std::span<const ScanResult> scans) {
  const TextColumns table = scan_columns(scans);
  return table.empty() ? std::string() : "\n" + table.text() + coverage_sentence(scans);
}

std::string scan_ranges_markdown(std::span<const ScanResult> scans) {
  const TextColumns table = scan_columns(scans);
  if (table.empty()) return {};
  return table.markdown() + "\n" + coverage_sentence(scans) + "+ is outwards, in mm.\n\n";
}

Json range_outcomes_json(std::span<const RangeOutcome> outcomes) {
  Json json = Json::array();
  for (const RangeOutcome& one : outcomes)
    json.push_back({{"region", name_of(one.region)},
                    {"top", end_json(one.top)},
                    {"bottom", end_json(one.bottom)},
                    {"covered", one.covered()}});
  return json;
}

RangeCoverage range_coverage(std::span<const ScanResult> scans) {
  RangeCoverage coverage;
  for (const ScanResult& scan : scans)
    for (const RangeOutcome& one : scan.ranges) {
      ++coverage.ranges;
      if (one.covered()) ++coverage.covered;
    }
  return coverage;
}

}  // namespace skiagraph::evaluation
