#include "core/evaluation/contraction.h"

#include <torch/types.h>

#include <Eigen/Eigenvalues>
#include <algorithm>

#include "core/base/error.h"

namespace skiagraph::evaluation {
namespace {

using Eigen::MatrixXd, Eigen::VectorXd;

/// MPN's answer to CIGN's picture of the places, row and column of each marker in turn.
VectorXd iterated(inference::Predictor& predictor, const Person& person, const MarkerPositions& places) {
  inference::LoopRequest request;
  request.surface = person.surface;
  request.start = places;
  request.max_iterations = 1;
  const inference::LoopResult result = predictor.run(request);
  MarkerPositions answers;
  std::ranges::transform(result.markers, answers.begin(), &inference::MarkerEstimate::answer);
  return inference::to_vector(answers);
}

}  // namespace

Contraction contraction(inference::Predictor& predictor, const Person& person, const MarkerPositions& rest) {
  const double step_px = 0.5 * predictor.fold();
  Contraction result;
  result.jacobian.resize(2 * kMarkerCount, 2 * kMarkerCount);
  for (int n = 0; n < 2 * kMarkerCount; ++n) {
    const auto moved = [&](double by) {
      MarkerPositions places = rest;
      Pixel& place = places[static_cast<std::size_t>(n / 2)];
      (n % 2 == 0 ? place.row : place.column) += by;
      return iterated(predictor, person, places);
    };
    result.jacobian.col(n) = (moved(step_px) - moved(-step_px)) / (2 * step_px);
  }
  result.norm = result.jacobian.operatorNorm();
  result.radius = result.jacobian.eigenvalues().cwiseAbs().maxCoeff();
  return result;
}

inference::MeanJacobian mean_jacobian(inference::Predictor& predictor, const tensors::Dataset& dataset,
                                      std::int64_t most_people, const ProgressFunction& progress,
                                      const CancelToken* cancel) {
  const torch::Tensor people = dataset.indices(tensors::Split::kValidation).slice(0, 0, most_people);
  if (people.numel() == 0)
    throw InputError("dataset.empty_split", "The data set has no people in its validation split.");
  const auto count = static_cast<double>(people.numel());
  MatrixXd sum = MatrixXd::Zero(2 * kMarkerCount, 2 * kMarkerCount);
  for (std::int64_t n = 0; n < people.numel(); ++n) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    if (progress) progress(static_cast<double>(n) / count, "Jacobian of the loop");
    const Person person = person_of(dataset, people[n].item<std::int64_t>());
    inference::LoopRequest request;
    request.surface = person.surface;
    sum += contraction(predictor, person, inference::positions_of(predictor.run(request).markers)).jacobian;
  }
  if (progress) progress(1, "Jacobian of the loop");
  return {sum / count};
}

int PlainLoop::iterations_to_rest(double tolerance_px) const {
  int rest = static_cast<int>(max_move_px.size()) + 1;
  while (rest > 1 && max_move_px[static_cast<std::size_t>(rest) - 2] <= tolerance_px) --rest;
  return rest;
}

PlainLoop plain_loop(inference::Predictor& predictor, const Person& person, int iterations) {
  inference::LoopRequest request;
  request.surface = person.surface;
  request.max_iterations = iterations;
  request.tolerance_px = -1;  // never reached: all iterations are made
  request.accelerated = false;
  PlainLoop loop;
  loop.max_move_px = predictor
                         .run(request, nullptr,
                              [&](const inference::LoopIteration& iteration) {
                                MarkerPositions places;
                                std::ranges::transform(iteration.markers, places.begin(),
                                                       &inference::MarkerEstimate::position);
                                loop.places.push_back(places);
                              })
                         .max_move_px;
  for (double& move : loop.max_move_px) move /= predictor.fold();
  return loop;
}

}  // namespace skiagraph::evaluation
