#include "core/applications/anomalies/anomaly_report.h"

#include <nlohmann/json.hpp>

#include "core/base/number_text.h"
#include "core/evaluation/text_columns.h"

namespace skiagraph::applications {
namespace {

using Json = nlohmann::ordered_json;

std::string with_interval(double value, const evaluation::Interval& interval) {
  return fixed(value, 2) + " (" + fixed(interval.low, 2) + "-" + fixed(interval.high, 2) + ")";
}

evaluation::TextColumns table(const AnomalyStudy& study) {
  evaluation::TextColumns rows(
      {"anomaly", "by", "people", "pixels: ROC", "PR", "people: ROC", "PR", "found at one false region"}, 2);
  for (const KindFigures& kind : study.kinds)
    for (const bool scored : {false, true}) {
      const DetectionFigures& figures = scored ? kind.scored : kind.plain;
      rows.add({kind.kind, scored ? "score" : "difference", std::to_string(kind.people),
                fixed(figures.pixels.roc_area, 3), fixed(figures.pixels.pr_area, 3),
                with_interval(figures.people.roc_area, figures.people_roc), fixed(figures.people.pr_area, 2),
                with_interval(figures.sensitivity, figures.sensitivity_interval)});
    }
  return rows;
}

std::string about(const AnomalyStudy& study) {
  return std::to_string(study.healthy) + " healthy people have one region each at a difference of " +
         fixed(100 * study.plain_threshold, 0) + " % or a score of " + fixed(study.score_threshold, 2) +
         ", and " + fixed(study.plain_regions, 1) + " at the paper's 10 %.";
}

Json figures_json(const DetectionFigures& figures) {
  return {{"pixel_roc", figures.pixels.roc_area},
          {"pixel_pr", figures.pixels.pr_area},
          {"person_roc", figures.people.roc_area},
          {"person_roc_95", {figures.people_roc.low, figures.people_roc.high}},
          {"person_pr", figures.people.pr_area},
          {"sensitivity", figures.sensitivity},
          {"sensitivity_95", {figures.sensitivity_interval.low, figures.sensitivity_interval.high}}};
}

}  // namespace

std::string anomaly_text(const AnomalyStudy& study) {
  return "Anomalies: " + about(study) + "\n" + table(study).text();
}

std::string anomaly_markdown(const AnomalyStudy& study) {
  return "## Anomalies\n\nThe difference of real and synthetic X-ray after completion, as in the paper, "
         "against "
         "the score that knows how far healthy people are off at each pixel. " +
         about(study) + "\n\n" + table(study).markdown();
}

std::string anomaly_json(const AnomalyStudy& study) {
  Json kinds = Json::array();
  for (const KindFigures& kind : study.kinds)
    kinds.push_back({{"kind", kind.kind},
                     {"people", kind.people},
                     {"difference", figures_json(kind.plain)},
                     {"score", figures_json(kind.scored)}});
  return Json{{"healthy", study.healthy},
              {"difference_threshold", study.plain_threshold},
              {"score_threshold", study.score_threshold},
              {"regions_at_10_percent", study.plain_regions},
              {"kinds", kinds}}
             .dump(2) +
         "\n";
}

}  // namespace skiagraph::applications
