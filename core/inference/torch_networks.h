#pragma once

#include <torch/types.h>

#include <memory>

#include "core/inference/loop_networks.h"
#include "core/networks/networks.h"

namespace skiagraph {

/// LibTorch applies them, on any device: the reference, and what remains where nothing faster runs.
std::unique_ptr<LoopNetworks> make_torch_networks(Networks& networks, torch::Device device);

}  // namespace skiagraph
