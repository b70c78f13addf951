#include "core/networks/unet.h"

#include <catch2/catch.hpp>

#include "core/markers/marker_table.h"

using namespace skiagraph;
using namespace skiagraph::networks;

namespace {

std::int64_t parameter_count(const Unet& network) {
  std::int64_t count = 0;
  for (const auto& parameter : network->parameters()) count += parameter.numel();
  return count;
}

/// 3x3 weights of 27 convolutions, of which four see a skip connection; scale and shift of 26 norms; the last
/// bias.
std::int64_t expected_parameters(std::int64_t in, std::int64_t out) {
  const std::int64_t inner = 25 * 32 * 32 * 9 + 4 * 32 * 32 * 9;
  return in * 32 * 9 + inner + 32 * out * 9 + out + 26 * 2 * 32;
}

}  // namespace

TEST_CASE("A U-Net keeps rows and columns, has 27 convolutions and the expected parameters") {
  struct Shape {
    int in, out;
    std::int64_t parameters;
  };
  for (const auto& [in, out, parameters] :
       {Shape{2, 1, 269793}, Shape{3, kMarkerCount, 274705}, Shape{2 + kMarkerCount, 1, 274689}}) {
    Unet network(in, out);
    network->eval();
    torch::NoGradGuard no_grad;
    CHECK(network->forward(torch::randn({2, in, 64, 48})).sizes() == at::IntArrayRef({2, out, 64, 48}));
    CHECK(parameter_count(network) == expected_parameters(in, out));
    CHECK(parameter_count(network) == parameters);
    int convolutions = 0;
    for (const auto& module : network->modules(false))
      convolutions += module->as<torch::nn::Conv2d>() != nullptr ? 1 : 0;
    CHECK(convolutions == 27);
  }
}

TEST_CASE("Folding batch norm into the convolutions changes nothing but rounding") {
  torch::manual_seed(1);
  Unet network(3, 5);
  network->train();
  for (int n = 0; n < 3; ++n)
    network->forward(torch::randn({4, 3, 32, 32}) * 2 + 1);  // statistics of their own
  network->eval();
  torch::NoGradGuard no_grad;
  const auto input = torch::randn({1, 3, 48, 32});
  const auto expected = network->forward(input), folded = network->folded()->forward(input);
  CHECK((expected - folded).abs().max().item<double>() <
        1e-4 * std::max(1.0, expected.abs().max().item<double>()));
}

TEST_CASE("Upsampling has the gradient of copying: every pixel gets the sum of its four") {
  torch::manual_seed(2);
  Unet network(1, 1);
  network->to(torch::kFloat64);
  network->eval();
  auto input = torch::randn({1, 1, 16, 16}, torch::kFloat64).requires_grad_();
  const auto direction = torch::randn_like(input);
  network->forward(input).sum().backward();
  const double predicted = (input.grad() * direction).sum().item<double>();
  torch::NoGradGuard no_grad;
  constexpr double kStep = 1e-6;
  const double measured =
      ((network->forward(input + kStep * direction) - network->forward(input - kStep * direction)).sum() /
       (2 * kStep))
          .item<double>();
  CHECK(predicted == Approx(measured).epsilon(1e-3));
}
