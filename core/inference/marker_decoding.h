#pragma once

#include <span>

#include "core/inference/loop_networks.h"

namespace skiagraph::inference {

/// decode_heat_maps() (networks/heat_maps.h) for one person without LibTorch, a hundred times as fast.
/// planes: (17, rows, columns).
FoundMarkers decode_planes(std::span<const float> planes, int rows, int columns);

}  // namespace skiagraph::inference
