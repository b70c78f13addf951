#include "core/inference/acceleration.h"

#include <Eigen/Cholesky>
#include <algorithm>

#include "core/inference/mean_jacobian.h"

namespace skiagraph::inference {
namespace {

using Eigen::MatrixXd, Eigen::VectorXd;

constexpr std::size_t kMemory = 3;

/// The length of the way that the farthest marker goes.
double longest(const VectorXd& way) {
  return way.reshaped(2, kMarkerCount).colwise().norm().maxCoeff();
}

}  // namespace

/// Of all combinations with the last steps the one whose move is shortest, regularised.
VectorXd Acceleration::shortest_move(const Step& step) const {
  constexpr double kRegularisation = 1e-3;
  const auto count = static_cast<Eigen::Index>(steps_.size());
  MatrixXd places(step.place.size(), count), moves(step.place.size(), count);
  for (Eigen::Index n = 0; n < count; ++n) {
    const Step& earlier = steps_[static_cast<std::size_t>(n)];
    places.col(n) = step.place - earlier.place;
    moves.col(n) = step.move - earlier.move;
  }
  MatrixXd normal = moves.transpose() * moves;
  normal.diagonal().array() += kRegularisation * normal.diagonal().array() + 1e-9;
  const VectorXd shares = normal.ldlt().solve(moves.transpose() * step.move);
  return step.move - (places + moves) * shares;
}

MarkerPositions Acceleration::next(const MarkerPositions& from, const MarkerPositions& answer) {
  constexpr double kFarthestPx = 4, kGrowth = 2;
  Step step{to_numbers(from), {}, {}};
  step.way = to_numbers(answer) - step.place;
  step.move = newton_.size() > 0 ? VectorXd(newton_ * step.way) : step.way;
  const double length = longest(step.way);
  VectorXd move = step.move;
  if (!steps_.empty() && length > kGrowth * longest(steps_.back().way)) {
    // What was learnt does not hold here.
    steps_.clear();
    move = step.way / 2;
  }
  if (!steps_.empty()) move = shortest_move(step);
  const double farthest = std::max(kFarthestPx, length);
  move *= std::min(1.0, farthest / std::max(longest(move), 1e-9));
  const MarkerPositions to = to_places(step.place + move);
  steps_.push_back(std::move(step));
  if (steps_.size() > kMemory) steps_.erase(steps_.begin());
  return to;
}

}  // namespace skiagraph::inference
