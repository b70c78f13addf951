#pragma once

#include "core/networks/heat_maps.h"
#include "core/networks/unet.h"

namespace skiagraph::networks {

/// Converts positions (…, 2) in pixels of a picture to those of the picture that is `shrink` times smaller,
/// and back. The centre of the first small pixel lies at (shrink - 1) / 2 in large pixels.
torch::Tensor places_in_smaller(const torch::Tensor& places, int shrink);
torch::Tensor places_in_larger(const torch::Tensor& places, int shrink);

/// Applies MPN to surface and X-ray (N, 3, H, W), averaged over squares of `shrink` pixels and folded first,
/// and decodes its heat maps. Positions and standard deviations are in pixels of the given pictures.
DecodedHeatMaps find_markers(UnetImpl& mpn, const torch::Tensor& surface_and_xray, int shrink, int fold);

}  // namespace skiagraph::networks
