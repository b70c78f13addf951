#pragma once

#include <span>

#include "core/inference/loop_networks.h"

namespace skiagraph::inference {

/// What decode_heat_maps() finds, for one person and without tensors, in a hundredth of the time. planes:
/// (17, rows, columns).
FoundMarkers decode_planes(std::span<const float> planes, int rows, int columns);

}  // namespace skiagraph::inference
