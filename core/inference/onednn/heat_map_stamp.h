#pragma once

#include "core/inference/onednn/marker_patches.h"
#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// Adds what a 3x3 convolution makes of one marker's heat map to the sums (rows, columns, 32). taps: (3, 3,
/// 32) of its channel. The heat map is that of stamp_heat_maps().
void add_stamp(const Pixel& marker, const PatchCentre& centre, const PictureSize& size, const float* taps,
               float* sums);

}  // namespace skiagraph::inference
