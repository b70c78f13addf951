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
  Step step{from, {}};
  for (std::size_t n = 0; n < from.size(); ++n) step.way[n] = answer[n] - from[n];
  const Tensor way = to_vector(step.way);
  Tensor move = way;
  const double length = longest(way);
  if (!steps_.empty() && length > kGrowth * longest(to_vector(steps_.back().way))) {
    // What was learnt does not hold here.
    steps_.clear();
    move = way / 2;
  }
  if (!steps_.empty()) {
    // Of all combinations of the last steps the one whose way is shortest.
    std::vector<Tensor> place_changes, way_changes;
    for (const Step& earlier : steps_) {
      place_changes.push_back(to_vector(from) - to_vector(earlier.place));
      way_changes.push_back(way - to_vector(earlier.way));
    }
    const Tensor places = torch::stack(place_changes, 1), ways = torch::stack(way_changes, 1);
    const Tensor normal = torch::matmul(ways.t(), ways);
    const Tensor damped = normal + (kRegularisation * normal.diagonal() + 1e-9).diag();
    const Tensor shares = torch::linalg_solve(damped, torch::matmul(ways.t(), way));
    move = way - torch::matmul(places + ways, shares);
    const double farthest = std::max(kFarthestPx, length);
    move = move * std::min(1.0, farthest / std::max(longest(move), 1e-9));
  }
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
