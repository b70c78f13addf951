#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/inference/calibration.h"
#include "core/inference/compute_type.h"
#include "core/inference/compute_type_cache.h"
#include "core/inference/loop_networks.h"

namespace skiagraph::inference {

/// The networks as this machine applies them.
struct ChosenNetworks {
  std::shared_ptr<LoopNetworks> exact;  ///< float32
  std::shared_ptr<LoopNetworks> fast;   ///< int8 where that is faster, else the same object
  ComputeType exact_type = ComputeType::kLibTorch, fast_type = ComputeType::kLibTorch;
};

/// Takes the fastest form of the networks that passes a self-test on this processor: it is compiled, applied
/// to a made-up body, compared with the reference and timed, in less than two seconds. What won is remembered
/// in the cache under `key`. `wanted`: no test, and nothing better than that. Never throws for lack of speed:
/// LibTorch is what remains. Throws Error when that is needed and cannot be loaded.
ChosenNetworks choose_networks(const networks::NetworkWeights& weights,
                               const std::optional<Calibration>& calibration,
                               const std::optional<ComputeType>& wanted, const ComputeTypeCache& cache,
                               const std::string& key);

}  // namespace skiagraph::inference
