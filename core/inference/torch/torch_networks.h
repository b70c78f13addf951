#pragma once

#include <memory>
#include <string>

#include "core/inference/loop_networks.h"
#include "core/networks/network_weights.h"

namespace skiagraph::inference {

/// The networks computed by LibTorch, on any device. They are the reference of the compiled networks, and
/// replace them where those cannot run. LibTorch depends on 250 libraries: loading them takes a third of a
/// second and 100 MB. So it is in a module of its own, which the first call that needs it loads.

/// The device of a name: "cpu", "cuda", or "auto" (CUDA where there is one). Loads LibTorch only where the
/// computer may have CUDA. Throws InputError for another name, and when CUDA is asked for and missing.
std::string torch_device(const std::string& name);

/// device: "cpu" or "cuda". Throws Error when the module cannot be loaded.
std::unique_ptr<LoopNetworks> make_torch_networks(const networks::NetworkWeights& weights,
                                                  const std::string& device);

}  // namespace skiagraph::inference
