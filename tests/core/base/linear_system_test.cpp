#include "core/base/linear_system.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"

using namespace skiagraph;

TEST_CASE("Linear equations are solved, pivots included") {
  const std::vector<double> x = solve({{0, 2, 1}, {1, 1, 0}, {3, 0, -1}}, {7, 3, 0});
  CHECK(x[0] == Approx(1));
  CHECK(x[1] == Approx(2));
  CHECK(x[2] == Approx(3));
}

TEST_CASE("Linear equations without a single solution are refused") {
  CHECK_THROWS_AS(solve({{1, 2}, {2, 4}}, {1, 2}), Error);
}
