#include "core/evaluation/loop_report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

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
  // Medians where an edit of hardly any length makes a share of anything.
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

std::string text_of(const LoopStudy& study) {
  char line[240];
  std::snprintf(
      line, sizeof line,
      "Loop of %s on %zu people: one turn's Jacobian has norm %.2f (95th percentile %.2f), radius %.2f "
      "(%.2f);\n  the plain loop rests after %.0f iterations (median), %.0f (95th percentile; 51: not "
      "at all).\n",
      study.model.c_str(), study.norms.size(), mean(study.norms), quantile(study.norms, 0.95),
      mean(study.radii), quantile(study.radii, 0.95), quantile(study.plain_iterations, 0.5),
      quantile(study.plain_iterations, 0.95));
  std::string text = line;
  std::snprintf(line, sizeof line, "  Accelerated it rests after %.0f iterations (%.0f) from T",
                quantile(study.cold_iterations, 0.5), quantile(study.cold_iterations, 0.95));
  text += line;
  if (const auto warm = warm_iterations(study); !warm.empty()) {
    std::snprintf(line, sizeof line, ", and after %.0f (%.0f) when a hand has led a marker",
                  quantile(warm, 0.5), quantile(warm, 0.95));
    text += line;
  }
  text += ".\n";
  const auto rows = summaries(study);
  if (rows.empty()) return text;
  std::snprintf(line, sizeof line, "  %-22s%7s%14s%15s%11s%11s%8s\n", "Marker moved", "edits", "within 3 mm",
                "edge error mm", "followed", "sharpness", "kept");
  text += line;
  for (const EditSummary& row : rows) {
    std::snprintf(line, sizeof line, "  %-22s%7zu%12.0f %%%15.1f%11.2f%11.2f%8.2f\n", row.name.c_str(),
                  row.edits, 100 * row.near_share, row.edge_error_mm, row.followed, row.sharpness, row.kept);
    text += line;
  }
  return text;
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
