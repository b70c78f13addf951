#include "core/inference/onednn/compiled_network.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <limits>

#include "core/base/error.h"
#include "core/inference/onednn/compiled_generator.h"
#include "core/networks/heat_maps.h"
#include "core/networks/networks.h"
#include "core/networks/picture_fold.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using namespace skiagraph::networks;

namespace {

struct Size {
  int rows, columns;
};

/// Weights at random, and batch norms with statistics of their own, so that folding matters.
Unet lively_network(int in, int out) {
  torch::manual_seed(5);
  Unet network(in, out);
  torch::NoGradGuard no_grad;
  for (auto& item : network->named_buffers())
    if (item.value().is_floating_point()) item.value().uniform_(0.5, 1.5);
  network->named_parameters()["convolution27.weight"].mul_(20);
  network->eval();
  return network;
}

std::vector<float> values_of(const torch::Tensor& tensor) {
  const torch::Tensor values = tensor.contiguous();
  return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

double largest_difference(const std::vector<float>& a, const std::vector<float>& b) {
  REQUIRE(a.size() == b.size());
  double largest = 0;
  for (std::size_t n = 0; n < a.size(); ++n)
    largest = std::max(largest, static_cast<double>(std::abs(a[n] - b[n])));
  return largest;
}

MarkerPositions some_markers(Size size) {
  MarkerPositions markers;
  for (std::size_t n = 0; n < markers.size(); ++n)
    markers[n] = {(0.07 * static_cast<double>(n * n % 14) + 0.03) * size.rows,
                  (0.055 * static_cast<double>(n) + 0.01) * size.columns};
  return markers;
}

}  // namespace

TEST_CASE("A compiled network computes what LibTorch computes, whatever the size") {
  torch::InferenceMode inference;
  for (const Size size : {Size{64, 48}, Size{16, 16}, Size{48, 112}, Size{256, 192}})
    for (const auto& [in, out] : {std::pair{2, 1}, std::pair{3, 17}, std::pair{19, 1}}) {
      const Unet network = lively_network(in, out);
      const torch::Tensor input = torch::rand({1, in, size.rows, size.columns});
      const auto expected = values_of(network->folded()->forward(input));
      CompiledNetwork compiled(folded_convolutions(weights_of(network)), size.rows, size.columns);
      std::vector<float> found(expected.size());
      compiled.run(values_of(input), found);
      INFO(size.rows << " x " << size.columns << ", " << in << " to " << out);
      CHECK(largest_difference(found, expected) <= 1e-4);
    }
}

TEST_CASE("The compiled generator computes what LibTorch computes of stamped heat maps, wherever they are") {
  torch::InferenceMode inference;
  const Unet network = lively_network(2 + kMarkerCount, 1);
  for (const Size size : {Size{64, 48}, Size{16, 16}, Size{128, 96}}) {
    CompiledGenerator compiled(folded_convolutions(weights_of(network)), size.rows, size.columns);
    const auto check = [&](const torch::Tensor& surface, const MarkerPositions& markers) {
      auto places = torch::zeros({1, kMarkerCount, 2});
      for (int n = 0; n < kMarkerCount; ++n) {
        places[0][n][0] = markers[n].row;
        places[0][n][1] = markers[n].column;
      }
      const auto maps = stamp_heat_maps(places, size.rows, size.columns);
      const auto expected = values_of(network->folded()->forward(torch::cat({surface, maps}, 1)));
      std::vector<float> found(expected.size());
      compiled.run(markers, found);
      CHECK(largest_difference(found, expected) <= 1e-4);
    };
    for (int person = 0; person < 2; ++person) {
      const torch::Tensor surface = torch::rand({1, 2, size.rows, size.columns});
      compiled.set_surface(values_of(surface));
      MarkerPositions markers = some_markers(size);
      check(surface, markers);
      // Again, moved; what was there before leaves nothing behind.
      for (Pixel& marker : markers) marker = marker + Pixel{3.4, -2.5};
      check(surface, markers);
      // In a heap, in the corners, between pixels, outside.
      markers.fill({9.5, 8.5});
      markers[0] = {0, 0};
      markers[1] = {size.rows - 1.0, size.columns - 1.0};
      markers[2] = {-3.2, 4};
      markers[3] = {-1000, 1e30};
      check(surface, markers);
    }
  }
}

TEST_CASE("Markers that are nowhere leave no mark") {
  const Unet network = lively_network(2 + kMarkerCount, 1);
  CompiledGenerator compiled(folded_convolutions(weights_of(network)), 64, 48);
  compiled.set_surface(std::vector<float>(2 * 64 * 48, 0.2F));
  MarkerPositions markers;
  std::vector<float> nowhere(64 * 48), outside(64 * 48);
  markers.fill({std::numeric_limits<double>::quiet_NaN(), 0});
  compiled.run(markers, nowhere);
  markers.fill({-50, -50});
  compiled.run(markers, outside);
  CHECK(largest_difference(nowhere, outside) == 0);
}

TEST_CASE("A compiled network refuses pictures of another size") {
  const Unet network = lively_network(2, 1);
  CompiledNetwork compiled(folded_convolutions(weights_of(network)), 64, 48);
  std::vector<float> planes(2 * 64 * 48), out(64 * 48 - 1);
  CHECK_THROWS_AS(compiled.run(planes, out), Error);
  CHECK_THROWS_AS(CompiledGenerator(folded_convolutions(weights_of(network)), 64, 48), Error);
}

TEST_CASE("A compiled network unfolds its X-ray as LibTorch does") {
  torch::InferenceMode inference;
  for (const Size size : {Size{64, 48}, Size{16, 16}, Size{256, 192}}) {
    const Unet network = lively_network(8, 4);
    const torch::Tensor surface = torch::rand({1, 2, 2 * size.rows, 2 * size.columns});
    const torch::Tensor input = fold_pictures(surface, 2);
    const auto expected = values_of(unfold_pictures(network->folded()->forward(input), 2));
    CompiledNetwork compiled(folded_convolutions(weights_of(network)), size.rows, size.columns, {}, 2);
    std::vector<float> found(expected.size());
    compiled.run(values_of(input), found);
    CHECK(largest_difference(found, expected) <= 1e-4);
  }
}

TEST_CASE("A compiled generator of folded pictures puts the markers where LibTorch does") {
  torch::InferenceMode inference;
  const Unet network = lively_network(8 + kMarkerCount, 4);
  const Size size{64, 48};
  CompiledGenerator compiled(folded_convolutions(weights_of(network)), size.rows, size.columns, {}, 2);
  const torch::Tensor surface = torch::rand({1, 2, 2 * size.rows, 2 * size.columns});
  compiled.set_surface(values_of(fold_pictures(surface, 2)));
  MarkerPositions markers = some_markers({2 * size.rows, 2 * size.columns});
  markers[3] = {-7.5, 300.25};
  for (int turn = 0; turn < 2; ++turn) {
    auto places = torch::zeros({1, kMarkerCount, 2});
    for (int n = 0; n < kMarkerCount; ++n) {
      places[0][n][0] = markers[n].row;
      places[0][n][1] = markers[n].column;
    }
    const auto expected =
        values_of(unfold_pictures(network->folded()->forward(cign_input(surface, places, 2)), 2));
    std::vector<float> found(expected.size());
    compiled.run(markers, found);
    CHECK(largest_difference(found, expected) <= 1e-4);
    for (Pixel& marker : markers) marker = marker + Pixel{6.7, -3.1};
  }
}

TEST_CASE("Networks whose X-ray is not folded as it is said to be are refused") {
  const auto convolutions = folded_convolutions(weights_of(lively_network(2 + kMarkerCount, 1)));
  CHECK_THROWS_AS(CompiledGenerator(convolutions, 64, 48, {}, 2), Error);
  CHECK_THROWS_AS(CompiledNetwork(convolutions, 64, 48, {}, 2), Error);
}
