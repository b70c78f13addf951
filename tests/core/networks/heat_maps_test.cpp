#include "core/networks/heat_maps.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

#include "core/base/random.h"

using namespace skiagraph;
using namespace skiagraph::networks;

namespace {

torch::Tensor random_places(int count, double margin, int rows, int columns) {
  RandomStream random(5, 0);
  auto places = torch::empty({1, count, 2});
  for (int n = 0; n < count; ++n) {
    places[0][n][0] = random.uniform(margin, rows - 1 - margin);
    places[0][n][1] = random.uniform(margin, columns - 1 - margin);
  }
  return places;
}

double largest_error(const torch::Tensor& a, const torch::Tensor& b) {
  return (a - b).norm(2, 2).max().item<double>();
}

}  // namespace

TEST_CASE("A stamped marker decodes to its place, below a pixel") {
  const auto places = random_places(200, 6, 80, 60);
  const auto maps = stamp_heat_maps(places, 80, 60);
  CHECK(maps.max().item<double>() <= 1);
  CHECK(largest_error(decode_heat_maps(maps).positions, places) < 0.02);
  CHECK(largest_error(decode_heat_maps(maps * 0.2).positions, places) < 0.02);
}

TEST_CASE(
    "A marker two pixels inside the picture decodes to its place; one on the border stays within a pixel") {
  const auto corners = [](float inset) {
    return torch::tensor(
        {{{inset, inset}, {inset, 59 - inset}, {79 - inset, inset}, {79 - inset, 59 - inset}}});
  };
  for (const float inset : {2.0F, 2.3F, 2.5F, 2.8F, 3.6F, 5.1F}) {
    INFO(inset);
    const auto places = corners(inset);
    CHECK(largest_error(decode_heat_maps(stamp_heat_maps(places, 80, 60)).positions, places) < 0.03);
  }
  // The half of the Gaussian that lies outside is missing.
  CHECK(largest_error(decode_heat_maps(stamp_heat_maps(corners(0), 80, 60)).positions, corners(0)) < 1.2);
}

TEST_CASE("A stamp ends at its radius") {
  const auto map = stamp_heat_maps(torch::tensor({{{30.0F, 20.0F}}}), 64, 48)[0][0];
  CHECK(map[30][20].item<double>() == Approx(1));
  CHECK(map[30][25].item<double>() > 0);
  CHECK(map[30][26].item<double>() == 0);
}

TEST_CASE("A broad map decodes to its mean, and its peak gives its spread") {
  constexpr double kSd = 4;
  const auto places = random_places(50, 20, 96, 80);
  const auto row = torch::arange(96).reshape({1, 1, -1, 1}),
             column = torch::arange(80).reshape({1, 1, 1, -1});
  const auto distance2 = (row - places.select(2, 0).reshape({1, -1, 1, 1})).square() +
                         (column - places.select(2, 1).reshape({1, -1, 1, 1})).square();
  const double variance = kSd * kSd + 1;
  const auto maps = torch::exp(distance2 * (-0.5 / variance)) / variance;
  const DecodedHeatMaps decoded = decode_heat_maps(maps);
  CHECK(largest_error(decoded.positions, places) < 0.1);
  CHECK((decoded.sd - kSd).abs().max().item<double>() < 0.1 * kSd);
}

TEST_CASE("Decoding has a gradient that moves the place") {
  auto maps = stamp_heat_maps(torch::tensor({{{30.0F, 20.0F}}}), 64, 48).requires_grad_();
  decode_heat_maps(maps).positions.select(2, 0).sum().backward();
  CHECK(maps.grad()[0][0][33][20].item<double>() > 0);
  CHECK(maps.grad()[0][0][27][20].item<double>() < 0);
}

TEST_CASE("An empty map decodes to finite numbers") {
  const DecodedHeatMaps decoded = decode_heat_maps(torch::zeros({1, 2, 32, 32}));
  CHECK(decoded.positions.isfinite().all().item<bool>());
  CHECK(decoded.sd.isfinite().all().item<bool>());
}
