#pragma once

#include <memory>
#include <string>

#include "core/inference/loop_networks.h"
#include "core/networks/network_weights.h"

namespace skiagraph::inference {

/// What the module with LibTorch offers; see torch_networks.h.
struct TorchModule {
  std::string (*device)(const std::string& name);
  std::unique_ptr<LoopNetworks> (*networks)(const networks::NetworkWeights& weights,
                                            const std::string& device);
};

/// The file's name, and that of its one function, () -> const TorchModule&.
inline constexpr const char *kTorchModuleFile = "skiagraph_torch.so",
                            *kTorchModuleFunction = "skiagraph_torch_module";

}  // namespace skiagraph::inference
