#include "core/evaluation/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/base/random.h"

namespace skiagraph::evaluation {

double mean(std::span<const double> values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double quantile(std::vector<double> values, double q) {
  if (values.empty()) throw Error("statistics.empty", "There is no quantile of no values.");
  std::sort(values.begin(), values.end());
  const double place = q * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place), above = std::min(below + 1, values.size() - 1);
  return std::lerp(values[below], values[above], place - static_cast<double>(below));
}

Interval bootstrap_interval(std::int64_t people, const GroupFigure& figure, std::uint64_t seed, int draws) {
  if (people < 1) throw Error("statistics.empty", "There is no interval over no people.");
  std::vector<std::int64_t> group(static_cast<std::size_t>(people));
  std::vector<double> figures;
  for (int draw = 0; draw < draws; ++draw) {
    RandomStream random(seed, static_cast<std::uint64_t>(draw));
    for (std::int64_t& person : group)
      person = static_cast<std::int64_t>(random.uniform() * static_cast<double>(people));
    figures.push_back(figure(group));
  }
  return {quantile(figures, 0.025), quantile(figures, 0.975)};
}

}  // namespace skiagraph::evaluation
