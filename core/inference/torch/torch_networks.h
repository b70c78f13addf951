#pragma once

#include <memory>
#include <string>

#include "core/inference/loop_networks.h"
#include "core/networks/network_weights.h"

namespace skiagraph::inference {

/// LibTorch applies them, on any device: the reference, and what remains where nothing faster runs. It comes
/// with 250 libraries, which cost every start a third of a second and the program 100 MB; hence it is in a
/// module of its own, that is loaded by the first call which needs it.

/// The device that a name means: "cpu", "cuda", or "auto", CUDA where there is one. Asks LibTorch only where
/// there may be one. Throws InputError for another name, and where CUDA is asked for and not there.
std::string torch_device(const std::string& name);

/// device: "cpu" or "cuda". Throws Error when the module cannot be loaded.
std::unique_ptr<LoopNetworks> make_torch_networks(const networks::NetworkWeights& weights,
                                                  const std::string& device);

}  // namespace skiagraph::inference
