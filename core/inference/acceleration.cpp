#include "core/inference/acceleration.h"

#include <Eigen/Cholesky>
#include <algorithm>

#include "core/inference/mean_jacobian.h"

namespace skiagraph::inference {
namespace {

using Eigen::MatrixXd, Eigen::VectorXd;

constexpr std::size_t kMemory = 3;

/// The longest distance that a marker goes.
double longest(const VectorXd& step) {
  return step.reshaped(2, kMarkerCount).colwise().norm().maxCoeff();
}

}  // namespace

/// Of all affine combinations with the earlier iterates, the one with the shortest step (least squares,
/// regularised).
VectorXd Acceleration::extrapolated_step(const Iterate& iterate) const {
  constexpr double kRegularisation = 1e-3;
  const auto count = static_cast<Eigen::Index>(iterates_.size());
  MatrixXd positions(iterate.positions.size(), count), steps(iterate.positions.size(), count);
  for (Eigen::Index n = 0; n < count; ++n) {
    const Iterate& earlier = iterates_[static_cast<std::size_t>(n)];
    positions.col(n) = iterate.positions - earlier.positions;
    steps.col(n) = iterate.step - earlier.step;
  }
  MatrixXd normal = steps.transpose() * steps;
  normal.diagonal().array() += kRegularisation * normal.diagonal().array() + 1e-9;
  const VectorXd shares = normal.ldlt().solve(steps.transpose() * iterate.step);
  return iterate.step - (positions + steps) * shares;
}

MarkerPositions Acceleration::next(const MarkerPositions& positions, const MarkerPositions& answer) {
  constexpr double kFarthestPx = 4, kGrowth = 2;
  Iterate iterate{to_vector(positions), {}, {}};
  iterate.residual = to_vector(answer) - iterate.positions;
  iterate.step = newton_.size() > 0 ? VectorXd(newton_ * iterate.residual) : iterate.residual;
  const double length = longest(iterate.residual);
  VectorXd step = iterate.step;
  if (!iterates_.empty() && length > kGrowth * longest(iterates_.back().residual)) {
    // The last step led away from the fixed point: the earlier iterates do not help here.
    iterates_.clear();
    step = iterate.residual / 2;
  }
  if (!iterates_.empty()) step = extrapolated_step(iterate);
  const double farthest = std::max(kFarthestPx * heat_map_px_, length);
  step *= std::min(1.0, farthest / std::max(longest(step), 1e-9));
  const MarkerPositions next = to_positions(iterate.positions + step);
  iterates_.push_back(std::move(iterate));
  if (iterates_.size() > kMemory) iterates_.erase(iterates_.begin());
  return next;
}

}  // namespace skiagraph::inference
