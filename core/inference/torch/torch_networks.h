#pragma once

#include <memory>
#include <string>

#include "core/inference/loop_networks.h"
#include "core/networks/network_weights.h"

namespace skiagraph::inference {

/// The networks computed by LibTorch, on any device. They are the reference of the compiled networks, and
/// replace them where those cannot run. The first call that needs LibTorch loads it (torch_library.h).

/// The device of a name: "cpu", "cuda", or "auto" (CUDA where there is one). Loads LibTorch only where the
/// computer may have CUDA; where LibTorch is not installed "auto" is "cpu". Throws InputError for another
/// name, and when CUDA is asked for and missing, Error when LibTorch is.
std::string torch_device(const std::string& name);

/// device: "cpu" or "cuda". Throws Error when the module cannot be loaded.
std::unique_ptr<LoopNetworks> make_torch_networks(const networks::NetworkWeights& weights,
                                                  const std::string& device);

/// On the processor; null where LibTorch is not installed.
std::unique_ptr<LoopNetworks> torch_networks_if_installed(const networks::NetworkWeights& weights);

}  // namespace skiagraph::inference
