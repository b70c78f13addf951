#pragma once

#include <vector>

#include "core/base/random.h"
#include "core/training/batches.h"

namespace skiagraph::training {

/// `covered` after averaging or resampling: 1 where all pixels that went into a value are covered, else 0.
torch::Tensor fully_covered(const torch::Tensor& covered);

/// Of pictures that networks learn from. Distances in training are given in pixels of the networks' grid, so
/// that they are as long in the body however large the pictures are.
struct PictureScale {
  int shrink = 1;  ///< the pictures are this many times smaller than the frame
  int fold = 1;    ///< of the networks, see networks::fold_of()

  /// A distance on the networks' grid at full size, in pixels of the pictures.
  [[nodiscard]] double px(double grid_px) const { return grid_px * fold / shrink; }
};

/// How far people are moved and stretched: standard deviations. Shift and scale are small, because the frames
/// of people are found as those of scans are: networks that see larger ones learn not to trust the levels.
struct PlaceVariation {
  double shift = 0.004;                 ///< of the picture's rows
  double scale = 0.006;                 ///< relative
  double turn_deg = 1.2;                ///< in the picture's plane
  double breadth = 0.05, depth = 0.06;  ///< relative
};

/// Moves, turns and scales the people of a batch a little, each by itself: two scans of one body are never
/// placed alike. Depth and thickness are in torso lengths and the X-ray is of standard size, so they grow
/// with the picture. Makes them also broader or narrower, thicker or thinner, inside and out alike: under a
/// parallel beam the X-ray of the stretched body is the stretched X-ray. Pictures are sampled once, X-rays by
/// cubics, so that they stay sharp.
void vary_place(Batch& batch, RandomStream& random, const PlaceVariation& variation = {});

/// Smooths every other person's surface inside its outline and bends depth and thickness gently: scans differ
/// from virtual patients in the finest detail and in overall shape. The change of thickness is added to the
/// X-ray as fat; otherwise networks would learn to ignore the thickness.
void vary_surface(Batch& batch, PictureScale scale, RandomStream& random);

/// Moves one marker of each chosen person (who: N) as a user would, mostly up or down, and warps the X-ray
/// around it together with the markers near by; less towards the outline, and the surface not at all. This is
/// what an edit asks for and no pair of people shows: the same organ at another place in the same body.
void bend_inside(Batch& batch, const std::vector<bool>& who, PictureScale scale, RandomStream& random);

}  // namespace skiagraph::training
