#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/evaluation/contact_sheet.h"
#include "core/evaluation/statistics.h"
#include "core/markers/marker_table.h"
#include "core/tensors/dataset.h"

namespace skiagraph::evaluation {

/// The spread of a landmark in a population, beside the published one of real people. Head-feet direction,
/// mm, unless said otherwise.
struct LandmarkSpread {
  Marker marker{};
  double total = 0;  ///< standard deviation of the position on a table
  std::optional<double> published_total;
  /// Under one fixed skin; nothing without floors.
  std::optional<double> unexplained, unexplained_sideways;
  std::optional<double> published_unexplained, published_unexplained_sideways;
  std::optional<double> floor_cm;
  Interval floor_95{};
};

/// A measure of the people of one base.
struct MeasureSpread {
  std::string base, measure;
  double mean = 0, sd = 0;
  std::optional<double> published_mean, published_sd;
};

struct PopulationReport {
  int people = 0;
  std::string rejected;  ///< number of rejected draws, as the data set says it
  std::optional<double> floor_xray;
  std::vector<LandmarkSpread> landmarks;
  std::vector<MeasureSpread> measures;
};

/// The data set must have measures. Throws InputError when it has none.
PopulationReport population_report(const tensors::Dataset& people);
/// As Markdown.
std::string report_text(const PopulationReport& report);
/// As JSON; what is not known is null.
std::string report_json_text(const PopulationReport& report);
/// X-rays from slim to obese, ten in a row, one row for each base.
ContactSheet population_sheet(const tensors::Dataset& people);

}  // namespace skiagraph::evaluation
