#pragma once

#include "core/base/progress.h"
#include "core/inference/learned_people.h"
#include "core/inference/predictor.h"
#include "core/tensors/dataset.h"

namespace skiagraph::evaluation {

/// Mean and covariance of the markers over the training people whose markers and whole X-ray are known;
/// margins are not measured. Throws InputError when there are none.
inference::LearnedPeople learned_people_of(const tensors::Dataset& dataset);

/// The same people with margins measured on the validation people, whom the networks have not learned from:
/// for each marker the 95th percentile of the loop's error over its confidence, and for each region the share
/// of these margins that holds both ends of a scan range in 95 % of people. predictor: one that knows
/// `people`. Throws InputError when there are no validation people whose markers are known, Cancelled when
/// stopped.
inference::LearnedPeople with_margins(inference::LearnedPeople people, const tensors::Dataset& dataset,
                                      inference::Predictor& predictor, const ProgressFunction& progress = {},
                                      const CancelToken* cancel = nullptr);

/// The 95th percentiles of each marker's ratios of error to confidence. Few people say little about their
/// tail, so that of all markers together counts as much as kPooledPeople people. ratios: by marker, of as
/// many people each, at least one.
std::array<double, kMarkerCount> margin_factors(const std::array<std::vector<double>, kMarkerCount>& ratios);

inline constexpr int kPooledPeople = 20;

}  // namespace skiagraph::evaluation
