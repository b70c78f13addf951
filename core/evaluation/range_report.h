#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "core/evaluation/range_study.h"
#include "core/evaluation/scan_study.h"

namespace skiagraph::evaluation {

/// The table "Scan range" over test people, for a person to read; empty without rows.
std::string ranges_text(std::span<const RangeRow> rows);
/// The same as a section of Markdown.
std::string ranges_markdown(std::span<const RangeRow> rows);
nlohmann::ordered_json ranges_json(std::span<const RangeRow> rows);

/// The ranges of scans whose landmarks are known, one row for each region of each; empty without any.
std::string scan_ranges_text(std::span<const ScanResult> scans);
std::string scan_ranges_markdown(std::span<const ScanResult> scans);
nlohmann::ordered_json range_outcomes_json(std::span<const RangeOutcome> outcomes);

/// How many of the scans' ranges hold the true ends that are known, of how many.
struct RangeCoverage {
  int covered = 0, ranges = 0;
};
RangeCoverage range_coverage(std::span<const ScanResult> scans);

}  // namespace skiagraph::evaluation
