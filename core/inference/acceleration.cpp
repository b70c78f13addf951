#include "core/inference/acceleration.h"

#include <torch/torch.h>

#include <algorithm>

namespace skiagraph {
namespace {

using torch::Tensor;

constexpr std::size_t kMemory = 3;

/// (2 x markers) rows and columns, one after the other.
Tensor to_vector(const MarkerPositions& places) {
  auto vector = torch::empty({2 * kMarkerCount}, torch::kFloat64);
  double* out = vector.data_ptr<double>();
  for (const Pixel& place : places) {
    *out++ = place.row;
    *out++ = place.column;
  }
  return vector;
}

/// The length of the way that the farthest marker goes.
double longest(const Tensor& way) {
  return way.reshape({-1, 2}).norm(2, 1).max().item<double>();
}

}  // namespace

MarkerPositions Acceleration::next(const MarkerPositions& from, const MarkerPositions& answer) {
  constexpr double kRegularisation = 1e-3, kFarthestPx = 4, kGrowth = 2;
  Step step{to_vector(from), {}, {}};
  step.way = to_vector(answer) - step.place;
  step.move = newton_.defined() ? torch::mv(newton_, step.way) : step.way;
  const double length = longest(step.way);
  Tensor move = step.move;
  if (!steps_.empty() && length > kGrowth * longest(steps_.back().way)) {
    // What was learnt does not hold here.
    steps_.clear();
    move = step.way / 2;
  }
  if (!steps_.empty()) {
    // Of all combinations of the last steps the one whose move is shortest.
    std::vector<Tensor> place_changes, move_changes;
    for (const Step& earlier : steps_) {
      place_changes.push_back(step.place - earlier.place);
      move_changes.push_back(step.move - earlier.move);
    }
    const Tensor places = torch::stack(place_changes, 1), moves = torch::stack(move_changes, 1);
    const Tensor normal = torch::matmul(moves.t(), moves);
    const Tensor damped = normal + (kRegularisation * normal.diagonal() + 1e-9).diag();
    const Tensor shares = torch::linalg_solve(damped, torch::matmul(moves.t(), step.move));
    move = step.move - torch::matmul(places + moves, shares);
  }
  const double farthest = std::max(kFarthestPx, length);
  move = move * std::min(1.0, farthest / std::max(longest(move), 1e-9));
  steps_.push_back(step);
  if (steps_.size() > kMemory) steps_.erase(steps_.begin());
  MarkerPositions to = from;
  const double* out = move.data_ptr<double>();
  for (Pixel& place : to) {
    place.row += *out++;
    place.column += *out++;
  }
  return to;
}

}  // namespace skiagraph
