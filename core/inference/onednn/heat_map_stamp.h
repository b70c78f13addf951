#pragma once

#include "core/inference/onednn/marker_patches.h"
#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// Convolves one marker's heat map, as stamp_heat_maps() makes it, and adds the result to `sums`
/// (rows, columns, 32). weights: (3, 3, 32), of the heat map's channel in a 3x3 convolution.
void add_stamp(const Pixel& marker, const PatchCentre& centre, const PictureSize& size, const float* weights,
               float* sums);

}  // namespace skiagraph::inference
