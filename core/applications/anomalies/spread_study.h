#pragma once

#include "core/applications/anomalies/anomaly_search.h"
#include "core/applications/study_person.h"

namespace skiagraph::applications {

/// reader: see CompletionRequest. The scores of one person of a data set, whose whole X-ray is taken as the
/// real one and put where it belongs.
struct PersonScores {
  AnomalyScores scores;
  MarkerPositions markers{};
  imaging::XrayImage synthetic;
  double mm_per_px = 1;
};
PersonScores person_scores(inference::Predictor& predictor, inference::Predictor* reader,
                           const StudyPerson& person, const std::optional<PictureSpread>& spread,
                           const CancelToken* cancel);

/// The spread over healthy people of a split, or of all, who are wholly known, and the threshold at which
/// they have one region each on average, from the same people. Throws InputError when there are none,
/// Cancelled.
PictureSpread measured_spread(inference::Predictor& predictor, const tensors::Dataset& people,
                              std::optional<tensors::Split> split, const ProgressFunction& progress = {},
                              const CancelToken* cancel = nullptr);

/// The lowest threshold from which on people have at most one region each on average.
double one_region_threshold(const std::vector<const PersonScores*>& healthy, bool by_score);

/// What is thresholded: the score, or the plain difference.
inline const std::vector<float>& values_of(const PersonScores& person, bool by_score) {
  return by_score ? person.scores.score : person.scores.difference;
}

}  // namespace skiagraph::applications
