#pragma once

#include <memory>
#include <optional>

#include "core/inference/calibration.h"
#include "core/inference/loop_networks.h"
#include "core/networks/network_weights.h"

namespace skiagraph::inference {

/// The networks compiled for this processor. With a calibration they compute in int8, else in float32. Throws
/// Error when they cannot be compiled on this computer.
std::unique_ptr<LoopNetworks> make_compiled_networks(const networks::NetworkWeights& weights,
                                                     const std::optional<Calibration>& calibration = {});

}  // namespace skiagraph::inference
