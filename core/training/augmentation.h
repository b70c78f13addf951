#pragma once

#include "core/base/random.h"
#include "core/training/batches.h"

namespace skiagraph {

/// 1 where a mean over pixels is of 1 alone, else 0.
torch::Tensor wholly(const torch::Tensor& covered);

/// Moves, turns and scales the people of a batch a little, each by itself: scans are never placed exactly.
/// Depth and thickness are in torso lengths, so they grow with the picture.
void jitter(Batch& batch, RandomStream& random);

/// Makes people broader or narrower, thicker or thinner, inside and out alike: under a parallel beam the
/// X-ray of the stretched body is the stretched X-ray.
void stretch(Batch& batch, RandomStream& random);

/// Smooths the surface inside its outline and bends depth and thickness gently, each person by itself: scans
/// differ from virtual patients in their finest and in their broadest forms. `shrink`: of the pictures.
void vary_surface(Batch& batch, int shrink, RandomStream& random);

}  // namespace skiagraph
