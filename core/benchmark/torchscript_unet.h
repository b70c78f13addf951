#pragma once

#include <torch/script.h>

#include "core/networks/unet.h"

namespace skiagraph::benchmark {

/// The baseline of the compiled networks: the same U-Net in TorchScript, with batch norm folded and frozen
/// weights, which is how a program usually runs a trained network.
enum class FrozenLayout { kPlain, kChannelsLast };
torch::jit::Module frozen_unet(const networks::UnetImpl& network, FrozenLayout layout);

/// (1, in, H, W) -> (1, out, H, W)
torch::Tensor apply(torch::jit::Module& network, const torch::Tensor& input, FrozenLayout layout);

}  // namespace skiagraph::benchmark
