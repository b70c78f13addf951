#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace skiagraph::training {

/// The learning rate of one of `steps` steps: it rises over the first tenth, 100 steps at most, and falls as
/// a cosine.
inline double learning_rate(double highest, std::int64_t step, std::int64_t steps) {
  const double warm_up = std::min<double>(100, 0.1 * static_cast<double>(steps));
  const double done = static_cast<double>(step) / static_cast<double>(steps);
  const double rise = std::min(1.0, (static_cast<double>(step) + 1) / std::max(1.0, warm_up));
  return highest * rise * (0.02 + 0.98 * 0.5 * (1 + std::cos(std::numbers::pi * done)));
}

}  // namespace skiagraph::training
