#pragma once

#include "core/base/random.h"
#include "core/training/batches.h"

namespace skiagraph {

/// Moves, turns and scales the people of a batch a little, each by itself: scans are never placed exactly.
/// Depth and thickness are in torso lengths, so they grow with the picture.
void jitter(Batch& batch, RandomStream& random);

}  // namespace skiagraph
