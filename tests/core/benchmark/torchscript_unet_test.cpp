#include "core/benchmark/torchscript_unet.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::benchmark;
using namespace skiagraph::networks;

TEST_CASE("The TorchScript yardsticks compute what the network computes") {
  const torch::NoGradGuard no_grad;
  torch::manual_seed(4);
  Unet network(3, 17);
  network->eval();
  const torch::Tensor input = torch::rand({1, 3, 64, 48});
  const torch::Tensor expected = network->forward(input);
  for (const FrozenLayout layout : {FrozenLayout::kPlain, FrozenLayout::kChannelsLast}) {
    torch::jit::Module frozen = frozen_unet(*network, layout);
    for (int n = 0; n < 3; ++n)
      CHECK((apply(frozen, input, layout) - expected).abs().max().item<double>() < 1e-4);
  }
}
