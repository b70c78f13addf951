#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/applications/anomalies/ranking.h"
#include "core/applications/anomalies/spread_study.h"
#include "core/evaluation/statistics.h"

namespace skiagraph::applications {

/// How well one kind of anomaly is found by one method.
struct DetectionFigures {
  Ranking pixels;                   ///< pixels of the anomaly against the others of the same people
  Ranking people;                   ///< people with it against healthy ones, by their most conspicuous region
  evaluation::Interval people_roc;  ///< 95 %, over people
  /// Share of the people in whom a region lies on the anomaly, at one false region for each healthy person.
  double sensitivity = 0;
  evaluation::Interval sensitivity_interval;
};

struct KindFigures {
  std::string kind;
  std::int64_t people = 0;
  DetectionFigures plain, scored;  ///< by the difference, as in the paper, and by the score
};

/// One person to show: figure 6.
struct AnomalyExample {
  std::string kind;
  imaging::XrayImage real, synthetic, above_threshold, score;
};

struct AnomalyStudy {
  std::string model;
  std::int64_t healthy = 0;
  double plain_threshold = 0, score_threshold = 0;  ///< at one region for each healthy person
  double plain_regions = 0;  ///< regions of a healthy person at the paper's threshold of 10 %
  std::vector<KindFigures> kinds;
  std::vector<AnomalyExample> examples;
};

/// Looks for anomalies in the people of a data set that has anomalies with their masks. Throws
/// InputError when it has none, or no healthy people to compare with; Cancelled.
AnomalyStudy study_anomalies(inference::Predictor& predictor, const tensors::Dataset& people,
                             const PictureSpread& spread, std::int64_t most_people = 0,
                             const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

}  // namespace skiagraph::applications
