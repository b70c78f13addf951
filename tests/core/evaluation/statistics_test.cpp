#include "core/evaluation/statistics.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "core/base/error.h"

namespace skiagraph {
namespace {

double mean_number(std::span<const std::int64_t> people) {
  return static_cast<double>(std::accumulate(people.begin(), people.end(), std::int64_t{0})) /
         static_cast<double>(people.size());
}

TEST_CASE("Quantiles lie between the sorted values") {
  CHECK(evaluation::quantile({40, 10, 30, 20}, 0.5) == Approx(25));
  CHECK(evaluation::quantile({40, 10, 30, 20}, 0) == 10);
  CHECK(evaluation::quantile({40, 10, 30, 20}, 1) == 40);
  CHECK(evaluation::quantile({7}, 0.95) == 7);
  CHECK_THROWS_AS(evaluation::quantile({}, 0.5), Error);
}

TEST_CASE("Bootstrap intervals are the same for the same seed") {
  const evaluation::Interval first = evaluation::bootstrap_interval(50, mean_number, 1),
                             again = evaluation::bootstrap_interval(50, mean_number, 1),
                             other = evaluation::bootstrap_interval(50, mean_number, 2);
  CHECK(first.low == again.low);
  CHECK(first.high == again.high);
  CHECK((first.low != other.low || first.high != other.high));
}

TEST_CASE("A bootstrap interval of a mean is as wide as theory says") {
  // The mean of n equally likely numbers 0..n-1 has the standard error sqrt((n^2 - 1) / 12 / n).
  const evaluation::Interval interval = evaluation::bootstrap_interval(100, mean_number, 1, 4000);
  const double half = 1.96 * std::sqrt((100.0 * 100 - 1) / 12 / 100);
  CHECK(interval.low == Approx(49.5 - half).margin(0.5));
  CHECK(interval.high == Approx(49.5 + half).margin(0.5));
}

TEST_CASE("One person leaves a bootstrap interval no width, nobody gives none") {
  const evaluation::Interval interval = evaluation::bootstrap_interval(1, mean_number, 1);
  CHECK(interval.low == 0);
  CHECK(interval.high == 0);
  CHECK_THROWS_AS(evaluation::bootstrap_interval(0, mean_number, 1), Error);
}

}  // namespace
}  // namespace skiagraph
