#pragma once

#include "core/networks/heat_maps.h"
#include "core/networks/unet.h"

namespace skiagraph {

/// Applies MPN to surface and X-ray (N, 3, H, W), averaged over squares of `shrink` pixels first, and decodes
/// its heat maps. Places and spreads come back in pixels of the given pictures.
DecodedHeatMaps find_markers(UnetImpl& mpn, const torch::Tensor& surface_and_xray, int shrink);

}  // namespace skiagraph
