#include "core/base/random.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <vector>

using namespace skiagraph;

namespace {

/// SplitMix64 as published, started at `state`.
std::uint64_t split_mix_64(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

struct Moments {
  double mean = 0, variance = 0;
};

template <typename Draw>
Moments moments(int count, Draw draw) {
  double sum = 0, squares = 0;
  for (int n = 0; n < count; ++n) {
    const double value = draw();
    sum += value, squares += value * value;
  }
  return {sum / count, squares / count - sum / count * (sum / count)};
}

}  // namespace

TEST_CASE("a random stream is SplitMix64") {
  // The published first outputs from state 0, and mix(0) == 0 makes seed 0, stream 0 start there.
  RandomStream zero(0, 0);
  for (const std::uint64_t expected :
       {0xe220a8397b1dcdafULL, 0x6e789e6aa1b965f4ULL, 0x06c45d188009454fULL, 0xf88bb8a8724c81ecULL})
    CHECK(zero.bits() == expected);

  RandomStream first(7, 3), second(7, 3);
  std::set<std::uint64_t> seen;
  for (int n = 0; n < 1000; ++n) {
    const auto value = first.bits();
    REQUIRE(value == second.bits());
    seen.insert(value);
  }
  CHECK(seen.size() == 1000);
}

TEST_CASE("random streams are the same on every machine") {
  std::uint64_t state = 0;
  RandomStream stream(0, 0);
  for (int n = 0; n < 100; ++n) {
    const std::uint64_t bits = split_mix_64(state);
    CHECK(stream.uniform() == static_cast<double>(bits >> 11) / 9007199254740992.0);
  }
}

TEST_CASE("streams of one seed and seeds of one stream are independent") {
  constexpr int kStreams = 64, kDraws = 256;
  std::vector<std::array<double, kDraws>> draws;
  for (const bool by_seed : {false, true})
    for (std::uint64_t n = 0; n < kStreams / 2; ++n) {
      RandomStream stream = by_seed ? RandomStream(n + 100, 0) : RandomStream(5, n);
      auto& row = draws.emplace_back();
      for (double& value : row) value = stream.uniform() - 0.5;
    }
  for (std::size_t a = 0; a < draws.size(); ++a)
    for (std::size_t b = a + 1; b < draws.size(); ++b) {
      double correlation = 0;
      for (int n = 0; n < kDraws; ++n) correlation += draws[a][n] * draws[b][n] * 12 / kDraws;
      REQUIRE(std::abs(correlation) < 5 / std::sqrt(kDraws));
    }
}

TEST_CASE("distributions have their moments and limits") {
  constexpr int kCount = 100000;
  RandomStream random(11, 0);
  const Moments unit = moments(kCount, [&] { return random.uniform(); });
  CHECK(unit.mean == Approx(0.5).margin(0.005));
  CHECK(unit.variance == Approx(1 / 12.0).margin(0.002));

  const Moments normal = moments(kCount, [&] { return random.normal(3, 2); });
  CHECK(normal.mean == Approx(3).margin(0.04));
  CHECK(normal.variance == Approx(4).margin(0.1));

  double largest = 0;
  const Moments truncated = moments(kCount, [&] {
    const double value = random.truncated_normal(-1, 0.5, 2);
    largest = std::max(largest, std::abs(value + 1));
    return value;
  });
  CHECK(largest <= 1);
  CHECK(largest > 0.98);
  CHECK(truncated.mean == Approx(-1).margin(0.01));
  // Variance of the normal cut at two standard deviations: 1 - 4 phi(2) / (2 Phi(2) - 1) = 0.7737.
  CHECK(truncated.variance == Approx(0.25 * 0.7737).margin(0.005));

  for (int n = 0; n < 1000; ++n) {
    const double value = random.uniform(-2, 5);
    REQUIRE(value >= -2);
    REQUIRE(value < 5);
  }
}
