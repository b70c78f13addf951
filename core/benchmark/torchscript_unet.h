#pragma once

#include <torch/script.h>

#include "core/networks/unet.h"

namespace skiagraph::benchmark {

/// How a program without a compiler of its own would run a trained network: the same U-Net written in
/// TorchScript with batch norm folded, its weights frozen in. The yardstick of the compiled networks.
enum class FrozenLayout { kPlain, kChannelsLast };
torch::jit::Module frozen_unet(const networks::UnetImpl& network, FrozenLayout layout);

/// (1, in, H, W) -> (1, out, H, W)
torch::Tensor apply(torch::jit::Module& network, const torch::Tensor& input, FrozenLayout layout);

}  // namespace skiagraph::benchmark
