#include "core/evaluation/sharpness.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <numbers>

using namespace skiagraph;
using namespace skiagraph::evaluation;
using torch::Tensor;

namespace {

constexpr int kRows = 128, kColumns = 96;

Tensor body() {
  Tensor inside = torch::zeros({kRows, kColumns}, torch::kBool);
  inside.slice(0, 10, 118).slice(1, 10, 86) = true;
  return inside;
}

Tensor wave(double cycles_per_px, double amplitude) {
  const Tensor row = torch::arange(kRows).reshape({-1, 1}).expand({kRows, kColumns}).to(torch::kFloat32);
  return amplitude * torch::sin(2 * std::numbers::pi * cycles_per_px * row);
}

Tensor in_body(const Tensor& values) {
  return (0.4 + values) * body().to(torch::kFloat32);
}

}  // namespace

TEST_CASE("Detail power is that of waves within the band") {
  const double inside = detail_power(in_body(wave(0.17, 0.02)), body());
  // A sine of amplitude a has the mean square a^2 / 2.
  CHECK(inside == Approx(0.02 * 0.02 / 2).epsilon(0.2));
  CHECK(detail_power(in_body(wave(0.17, 0.04)), body()) == Approx(4 * inside).epsilon(0.01));
  CHECK(detail_power(in_body(wave(0.02, 0.02)), body()) < 0.02 * inside);
  CHECK(detail_power(in_body(wave(0.4, 0.02)), body()) < 0.02 * inside);
}

TEST_CASE("Neither a flat body nor its outline is detail") {
  const double wavy = detail_power(in_body(wave(0.17, 0.01)), body());
  CHECK(detail_power(in_body(torch::zeros({kRows, kColumns})), body()) < 1e-3 * wavy);
  CHECK(detail_power(torch::zeros({kRows, kColumns}), torch::zeros({kRows, kColumns}, torch::kBool)) == 0);
}

TEST_CASE("A blurred picture has less detail") {
  torch::manual_seed(1);
  const Tensor grain = 0.02 * torch::randn({kRows, kColumns});
  const Tensor blurred =
      torch::avg_pool2d(grain.reshape({1, 1, kRows, kColumns}), {3, 3}, {1, 1}, {1, 1})[0][0];
  CHECK(detail_power(in_body(blurred), body()) < 0.8 * detail_power(in_body(grain), body()));
}
