#pragma once

#include "core/base/random.h"
#include "core/training/batches.h"

namespace skiagraph {

/// 1 where a mean over pixels is of 1 alone, else 0.
torch::Tensor wholly(const torch::Tensor& covered);

/// How far people are moved and stretched: standard deviations.
struct PlaceVariation {
  double shift = 0.015;                 ///< of the picture's rows
  double scale = 0.02;                  ///< relative
  double turn_deg = 1.2;                ///< in the picture's plane
  double breadth = 0.05, depth = 0.06;  ///< relative
};

/// Moves, turns and scales the people of a batch a little, each by itself: scans are never placed exactly.
/// Depth and thickness are in torso lengths, so they grow with the picture. Makes them also broader or
/// narrower, thicker or thinner, inside and out alike: under a parallel beam the X-ray of the stretched body
/// is the stretched X-ray. Pictures are sampled once, X-rays by cubics, so that they stay sharp.
void vary_place(Batch& batch, RandomStream& random, const PlaceVariation& variation = {});

/// Smooths every other person's surface inside its outline and bends depth and thickness gently: scans differ
/// from virtual patients in their finest and in their broadest forms. The others stay as they are, because
/// nobody can learn fine detail of an X-ray from a surface that is not its own. `shrink`: of the pictures.
void vary_surface(Batch& batch, int shrink, RandomStream& random);

}  // namespace skiagraph
