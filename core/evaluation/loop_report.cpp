#include "core/evaluation/loop_report.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/evaluation/statistics.h"

namespace skiagraph::evaluation {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kNearMm = 3;

/// Of the edits of one marker, or of all.
struct EditSummary {
  std::string name;
  std::size_t edits = 0;
  double near_share = 0, edge_error_mm = 0, followed = 0, sharpness = 0, kept = 0;
};

EditSummary summary_of(std::span<const Edit> edits, std::string name) {
  std::vector<double> near, error, followed, sharpness, kept;
  for (const Edit& one : edits) {
    near.push_back(one.edge_error_mm <= kNearMm ? 1 : 0);
    error.push_back(one.edge_error_mm);
    if (one.followed) followed.push_back(*one.followed);
    sharpness.push_back(one.sharpness);
    kept.push_back(one.kept);
  }
  // Medians where a value is divided by the length of the edit: after a short one it may be anything.
  const auto median = [](const std::vector<double>& values) {
    return values.empty() ? 0 : quantile(values, 0.5);
  };
  return {std::move(name),  edits.size(),      mean(near),  median(error),
          median(followed), median(sharpness), median(kept)};
}

std::vector<EditSummary> summaries(const LoopStudy& study) {
  std::vector<EditSummary> rows;
  for (const Marker marker : edge_markers()) {
    std::vector<Edit> own;
    std::ranges::copy_if(study.edits, std::back_inserter(own),
                         [&](const Edit& one) { return one.marker == marker; });
    if (!own.empty()) rows.push_back(summary_of(own, std::string(info(marker).name)));
  }
  if (!rows.empty()) rows.push_back(summary_of(study.edits, "all"));
  return rows;
}

std::string edit_lines(std::span<const EditSummary> rows) {
  std::string text = "  " + left_aligned("Marker moved", 22) + right_aligned("edits", 7) +
                     right_aligned("within 3 mm", 14) + right_aligned("edge error mm", 15) +
                     right_aligned("followed", 11) + right_aligned("sharpness", 11) +
                     right_aligned("kept", 8) + "\n";
  for (const EditSummary& row : rows)
    text += "  " + left_aligned(row.name, 22) + right_aligned(std::to_string(row.edits), 7) +
            right_aligned(fixed(100 * row.near_share, 0) + " %", 14) +
            right_aligned(fixed(row.edge_error_mm, 1), 15) + right_aligned(fixed(row.followed, 2), 11) +
            right_aligned(fixed(row.sharpness, 2), 11) + right_aligned(fixed(row.kept, 2), 8) + "\n";
  return text;
}

std::string text_of(const LoopStudy& study) {
  std::string text = filled_in(
      "Loop of {} on {} people: the Jacobian of one iteration has norm {} (95th percentile {}), radius {} "
      "({});\n"
      "  the plain loop converges after {} iterations (median), {} (95th percentile; 51: not at all).\n"
      "  Accelerated it converges after {} iterations ({}) from T",
      {study.model, std::to_string(study.norms.size()), fixed(mean(study.norms), 2),
       fixed(quantile(study.norms, 0.95), 2), fixed(mean(study.radii), 2),
       fixed(quantile(study.radii, 0.95), 2), fixed(quantile(study.plain_iterations, 0.5), 0),
       fixed(quantile(study.plain_iterations, 0.95), 0), fixed(quantile(study.cold_iterations, 0.5), 0),
       fixed(quantile(study.cold_iterations, 0.95), 0)});
  if (const auto warm = warm_iterations(study); !warm.empty())
    text += filled_in(", and after {} ({}) when a marker has been dragged",
                      {fixed(quantile(warm, 0.5), 0), fixed(quantile(warm, 0.95), 0)});
  text += ".\n";
  const auto rows = summaries(study);
  return rows.empty() ? text : text + edit_lines(rows);
}

}  // namespace

std::vector<double> warm_iterations(const LoopStudy& study) {
  std::vector<double> iterations;
  for (const Edit& one : study.edits) iterations.push_back(one.iterations);
  return iterations;
}

Json loop_study_json(std::span<const LoopStudy> studies) {
  Json all = Json::object();
  for (const LoopStudy& study : studies) {
    Json edits = Json::array();
    for (const EditSummary& row : summaries(study))
      edits.push_back({{"marker", row.name},
                       {"edits", row.edits},
                       {"within_3_mm", row.near_share},
                       {"edge_error_mm", row.edge_error_mm},
                       {"followed", row.followed},
                       {"sharpness", row.sharpness},
                       {"kept", row.kept}});
    all[study.model] = {
        {"people", study.norms.size()},
        {"jacobian_norm", {{"mean", mean(study.norms)}, {"p95", quantile(study.norms, 0.95)}}},
        {"jacobian_radius", {{"mean", mean(study.radii)}, {"p95", quantile(study.radii, 0.95)}}},
        {"plain_iterations",
         {{"median", quantile(study.plain_iterations, 0.5)},
          {"p95", quantile(study.plain_iterations, 0.95)}}},
        {"cold_iterations_p95", quantile(study.cold_iterations, 0.95)},
        {"edits", edits}};
    if (const auto warm = warm_iterations(study); !warm.empty())
      all[study.model]["warm_iterations_p95"] = quantile(warm, 0.95);
  }
  return all;
}

std::string loop_study_text(std::span<const LoopStudy> studies) {
  std::string text;
  for (const LoopStudy& study : studies) text += text_of(study);
  return text;
}

}  // namespace skiagraph::evaluation
