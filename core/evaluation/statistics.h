#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace skiagraph::evaluation {

/// 0 for no values.
double mean(std::span<const double> values);

/// Linear between the two nearest values; q in [0, 1]. Throws Error for no values.
double quantile(std::vector<double> values, double q);

struct Interval {
  double low = 0, high = 0;
};

/// A figure of a group of people, given by their indices; one person may occur more than once.
using GroupFigure = std::function<double(std::span<const std::int64_t> people)>;

/// The 95 % percentile interval of a figure over groups drawn with replacement from `people` people (Efron
/// and Tibshirani, "An introduction to the bootstrap", 1993). The same for the same seed on every machine.
/// Throws Error for no people.
Interval bootstrap_interval(std::int64_t people, const GroupFigure& figure, std::uint64_t seed,
                            int draws = 1000);

}  // namespace skiagraph::evaluation
