#pragma once

#include <memory>
#include <string>

#include "core/inference/loop_networks.h"
#include "core/networks/network_weights.h"

namespace skiagraph::inference {

/// The functions of the module with LibTorch; see torch_networks.h.
struct TorchModule {
  std::string (*device)(const std::string& name);
  std::unique_ptr<LoopNetworks> (*networks)(const networks::NetworkWeights& weights,
                                            const std::string& device);
};

/// Names of the module's file and of the one function that it exports, () -> const TorchModule&.
inline constexpr const char *kTorchModuleFile = "skiagraph_torch.so",
                            *kTorchModuleFunction = "skiagraph_torch_module";

}  // namespace skiagraph::inference
