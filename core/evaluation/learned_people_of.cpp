#include "core/evaluation/learned_people_of.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/person.h"
#include "core/evaluation/range_study.h"
#include "core/evaluation/statistics.h"
#include "core/inference/mean_jacobian.h"

namespace skiagraph::evaluation {
namespace {

/// The value that holds the next person, too, with a probability of 95 % (split conformal prediction; Vovk,
/// Gammerman and Shafer, "Algorithmic learning in a random world", 2005). Of few people it is the largest.
double margin_quantile(std::vector<double> ratios) {
  constexpr double kShare = 0.95;
  std::ranges::sort(ratios);
  const auto rank = static_cast<std::size_t>(std::ceil(kShare * static_cast<double>(ratios.size() + 1)));
  return ratios[std::min(ratios.size(), rank) - 1];
}

/// Of the draws of the interior under one skin, pooled over the skins.
Eigen::MatrixXd interior_covariance(const tensors::Dataset& dataset) {
  const double mm_per_px = dataset.mm_per_px.mean().item<double>();
  torch::Tensor draws = dataset.floor_draws_mm.to(torch::kFloat64).slice(2, 0, kMarkerCount) / mm_per_px;
  draws = (draws - draws.mean(1, true)).reshape({-1, 2 * kMarkerCount});
  const double freedom = static_cast<double>(draws.size(0) - dataset.floor_draws_mm.size(0));
  const torch::Tensor covariance = (torch::matmul(draws.t(), draws) / std::max(1.0, freedom)).contiguous();
  // Symmetric, so that the order of rows and columns does not matter.
  return Eigen::Map<const Eigen::MatrixXd>(covariance.data_ptr<double>(), covariance.size(0),
                                           covariance.size(1));
}

struct Measured {
  inference::MarkerEstimates found;
  double unlikeness;
  geometry::CanonicalPlacement placement;
  scan_range::Heights truth;
};

scan_range::Heights heights_with_margins(const Measured& one, const inference::LearnedPeople& learned) {
  scan_range::Heights heights;
  for (std::size_t n = 0; n < heights.size(); ++n)
    heights[n] = scan_range::Height{
        one.placement.to_patient(one.found[n].position, 0).z,
        learned.margin_mm(static_cast<Marker>(n), one.found[n].confidence_mm, one.unlikeness)};
  return heights;
}

/// What holds both ends of the next person too, with a probability of 95 %. Few people say little about their
/// tail, so that all regions together count as much as kPooledPeople people. learned: with margins.
scan_range::MarginShares range_shares(const inference::LearnedPeople& learned,
                                      const std::vector<Measured>& measured) {
  std::array<std::vector<double>, scan_range::kRegionCount> needed;
  std::vector<double> all;
  for (const Measured& one : measured) {
    const scan_range::Heights found = heights_with_margins(one, learned);
    for (std::size_t region = 0; region < needed.size(); ++region)
      if (const auto share = needed_share(static_cast<scan_range::Region>(region), found, one.truth)) {
        needed[region].push_back(*share);
        all.push_back(*share);
      }
  }
  const double pooled = margin_quantile(all);
  constexpr double kLeastShare = 1e-3;
  scan_range::MarginShares shares{};
  for (std::size_t region = 0; region < needed.size(); ++region) {
    const auto count = static_cast<double>(needed[region].size());
    shares[region] =
        std::max(kLeastShare, (count * margin_quantile(needed[region]) + kPooledPeople * pooled) /
                                  (count + kPooledPeople));
  }
  return shares;
}

/// A row for each person.
Eigen::MatrixXd profiles_of(const tensors::Dataset& dataset, const torch::Tensor& people) {
  Eigen::MatrixXd profiles(people.numel(), 2 * inference::kProfileLevels);
  for (std::int64_t n = 0; n < people.numel(); ++n)
    profiles.row(n) =
        inference::surface_profile(*person_of(dataset, people[n].item<std::int64_t>()).surface).transpose();
  return profiles;
}

}  // namespace

inference::LearnedPeople learned_people_of(const tensors::Dataset& dataset) {
  const torch::Tensor people = dataset.complete_indices(tensors::Split::kTrain);
  const std::int64_t count = people.numel();
  if (count == 0)
    throw InputError("dataset.none_complete",
                     "The data set has no people to train on whose markers and whole X-ray are known, so "
                     "there is no mean person to compare with.");
  Eigen::MatrixXd places(count, 2 * kMarkerCount);
  for (std::int64_t n = 0; n < count; ++n)
    places.row(n) =
        inference::to_vector(markers_of(dataset.landmarks[people[n].item<std::int64_t>()])).transpose();
  const Eigen::RowVectorXd mean_place = places.colwise().mean();
  const Eigen::MatrixXd away = places.rowwise() - mean_place;
  inference::LearnedPeople learned;
  learned.mean = inference::to_positions(mean_place.transpose());
  learned.covariance = away.transpose() * away / static_cast<double>(std::max<std::int64_t>(1, count - 1));
  learned.profile =
      inference::usual_profile(profiles_of(dataset, people),
                               profiles_of(dataset, dataset.complete_indices(tensors::Split::kValidation)));
  if (dataset.floor_draws_mm.defined()) learned.interior_covariance = interior_covariance(dataset);
  return learned;
}

inference::LearnedPeople with_margins(inference::LearnedPeople learned, const tensors::Dataset& dataset,
                                      inference::Predictor& predictor, const ProgressFunction& progress,
                                      const CancelToken* cancel) {
  const torch::Tensor people = dataset.complete_indices(tensors::Split::kValidation);
  if (people.numel() == 0)
    throw InputError("dataset.validation",
                     "The data set has no people in its validation split whose markers are known.");
  std::array<std::vector<double>, kMarkerCount> ratios;
  std::vector<Measured> measured;
  for (std::int64_t n = 0; n < people.numel(); ++n) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    if (progress) progress(static_cast<double>(n) / static_cast<double>(people.numel()), "Margins");
    const Person person = person_of(dataset, people[n].item<std::int64_t>());
    inference::LoopRequest request;
    request.surface = person.surface;
    const inference::LoopResult result = predictor.run(request);
    for (int m = 0; m < kMarkerCount; ++m) {
      const inference::MarkerEstimate& marker = result.markers[m];
      ratios[m].push_back(10 * marker_error_cm(marker.position, person.markers[m], person.mm_per_px) /
                          std::max(marker.confidence_mm, inference::kLeastConfidenceMm));
    }
    measured.push_back({result.markers, result.unlikeness, person.surface->placement, true_heights(person)});
  }
  if (progress) progress(1, "Margins");
  learned.margin_factor = margin_factors(ratios);
  learned.range_share = range_shares(learned, measured);
  return learned;
}

std::array<double, kMarkerCount> margin_factors(const std::array<std::vector<double>, kMarkerCount>& ratios) {
  std::vector<double> all;
  for (const std::vector<double>& own : ratios) all.insert(all.end(), own.begin(), own.end());
  const double pooled = margin_quantile(all);
  constexpr double kLeastFactor = 1e-3;  // errors of nothing would leave no margin at all
  std::array<double, kMarkerCount> factors{};
  for (int m = 0; m < kMarkerCount; ++m) {
    const auto count = static_cast<double>(ratios[m].size());
    factors[m] = std::max(kLeastFactor, (count * margin_quantile(ratios[m]) + kPooledPeople * pooled) /
                                            (count + kPooledPeople));
  }
  return factors;
}

}  // namespace skiagraph::evaluation
