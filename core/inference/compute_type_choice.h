#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/inference/calibration.h"
#include "core/inference/compute_type.h"
#include "core/inference/compute_type_cache.h"
#include "core/inference/loop_networks.h"

namespace skiagraph::inference {

/// The networks in the compute types that suit this computer.
struct ChosenNetworks {
  std::shared_ptr<LoopNetworks> exact;  ///< float32, for final results
  std::shared_ptr<LoopNetworks> fast;   ///< for drafts: int8 where that is faster, else the same object
  ComputeType exact_type = ComputeType::kLibTorch, fast_type = ComputeType::kLibTorch;
};

/// Chooses the fastest compute type that passes a self-test on this processor. The test compiles the
/// networks, applies them to a synthetic body, compares the X-ray with that of LibTorch, where it is
/// installed, and measures the time, all in less than two seconds. The cache keeps the choice under `key`.
/// With `requested` there is no test, and no faster type is taken than the requested one. Where the compiled
/// networks cannot run, LibTorch is taken. Throws Error when LibTorch is needed and cannot be loaded.
ChosenNetworks choose_networks(const networks::NetworkWeights& weights,
                               const std::optional<Calibration>& calibration,
                               const std::optional<ComputeType>& requested, const ComputeTypeCache& cache,
                               const std::string& key);

}  // namespace skiagraph::inference
