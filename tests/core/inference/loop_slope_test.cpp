#include "core/inference/loop_slope.h"

#include <torch/torch.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "core/inference/acceleration.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using testing::TemporaryFolder;

namespace {

constexpr std::int64_t kNumbers = 2 * kMarkerCount;

/// One slow way along which all rows go together, as in breathing; everything else is quick.
torch::Tensor breathing(double slowest) {
  const torch::Tensor together =
      torch::eye(2, torch::kFloat64)[0].repeat({kMarkerCount}) / std::sqrt(1.0 * kMarkerCount);
  return 0.2 * torch::eye(kNumbers, torch::kFloat64) + (slowest - 0.2) * torch::ger(together, together);
}

/// Iterations until no marker moves 0.05 px, for answers that follow `jacobian` around (100, 80).
int iterations_to_rest(const torch::Tensor& jacobian, Acceleration acceleration) {
  MarkerPositions places;
  for (std::size_t n = 0; n < places.size(); ++n) places[n] = {106, 80 + 0.2 * static_cast<double>(n)};
  for (int iteration = 1; iteration < 100; ++iteration) {
    auto off = torch::empty({kNumbers}, torch::kFloat64);
    for (int n = 0; n < kMarkerCount; ++n) {
      off[2 * n] = places[n].row - 100;
      off[2 * n + 1] = places[n].column - 80;
    }
    const auto followed = torch::mv(jacobian, off);
    MarkerPositions answers;
    double farthest = 0;
    for (int n = 0; n < kMarkerCount; ++n) {
      answers[n] = {100 + followed[2 * n].item<double>(), 80 + followed[2 * n + 1].item<double>()};
      farthest = std::max(farthest, norm(answers[n] - places[n]));
    }
    if (farthest <= 0.05) return iteration;
    places = acceleration.next(places, answers);
  }
  return 100;
}

}  // namespace

TEST_CASE("A loop whose slope is known rests after one step, however slow it is by itself") {
  const LoopSlope slope{breathing(0.95)};
  CHECK(iterations_to_rest(slope.jacobian, Acceleration(slope.newton({}))) <= 3);
  // Of somebody whose loop is slower or quicker than most people's.
  for (const double other : {0.85, 0.9, 0.97})
    CHECK(iterations_to_rest(breathing(other), Acceleration(slope.newton({}))) <
          iterations_to_rest(breathing(other), Acceleration()));
}

TEST_CASE("Newton's step leaves pinned markers out") {
  const LoopSlope slope{breathing(0.9)};
  const auto newton = slope.newton({Marker::kCarina});
  const auto pinned = 2 * static_cast<std::int64_t>(Marker::kCarina);
  CHECK(newton.slice(0, pinned, pinned + 2).abs().max().item<double>() == 0);
  CHECK(newton.slice(1, pinned, pinned + 2).abs().max().item<double>() == 0);
  // The others: where they would rest if the pinned one did not move.
  const auto way = torch::rand({kNumbers}, torch::kFloat64).slice(0, 0, kNumbers);
  way.slice(0, pinned, pinned + 2).zero_();
  const auto step = torch::mv(newton, way);
  auto left = way + torch::mv(slope.jacobian, step) - step;
  left.slice(0, pinned, pinned + 2).zero_();
  CHECK(left.abs().max().item<double>() < 1e-9);
}

TEST_CASE("A slope holds for its weights alone, and a damaged one for none") {
  const TemporaryFolder folder;
  const auto path = loop_slope_path(folder.path());
  CHECK_FALSE(read_loop_slope(path, "0123").has_value());
  const LoopSlope slope{breathing(0.9)};
  write_loop_slope(path, slope, "0123");
  const auto read = read_loop_slope(path, "0123");
  REQUIRE(read.has_value());
  CHECK(torch::allclose(read->jacobian, slope.jacobian, 1e-6, 1e-7));
  CHECK_FALSE(read_loop_slope(path, "4567").has_value());
  write_loop_slope(path, {breathing(1.02)}, "0123");  // it leads away from rest
  CHECK_FALSE(read_loop_slope(path, "0123").has_value());
  write_loop_slope(path, {slope.jacobian.slice(0, 0, 4)}, "0123");
  CHECK_FALSE(read_loop_slope(path, "0123").has_value());
  std::ofstream(path) << "no tensors";
  CHECK_FALSE(read_loop_slope(path, "0123").has_value());
}
