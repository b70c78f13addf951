#pragma once

#include <torch/types.h>

namespace skiagraph::networks {

/// Pictures (N, C, H, W) as networks of this fold take them: (N, C fold fold, H / fold, W / fold). The pixels
/// of a square become channels side by side, row by row (pixel unshuffle). With fold 1 they stay as they are.
torch::Tensor fold_pictures(const torch::Tensor& pictures, int fold);
/// The inverse.
torch::Tensor unfold_pictures(const torch::Tensor& folded, int fold);

/// What CIGN takes: the folded surface (N, 2, H, W) and the heat maps of the markers (N, kMarkerCount, 2), in
/// pixels of the surface, on the folded grid. Differentiable in the markers.
torch::Tensor cign_input(const torch::Tensor& surface, const torch::Tensor& markers, int fold);

}  // namespace skiagraph::networks
