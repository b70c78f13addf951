#include "core/networks/marker_search.h"

#include "core/networks/picture_fold.h"

namespace skiagraph::networks {

torch::Tensor places_in_smaller(const torch::Tensor& places, int shrink) {
  return shrink == 1 ? places : (places + 0.5) / shrink - 0.5;
}

torch::Tensor places_in_larger(const torch::Tensor& places, int shrink) {
  return shrink == 1 ? places : (places + 0.5) * shrink - 0.5;
}

DecodedHeatMaps find_markers(UnetImpl& mpn, const torch::Tensor& surface_and_xray, int shrink, int fold) {
  const torch::Tensor pictures =
      shrink == 1 ? surface_and_xray : torch::avg_pool2d(surface_and_xray, {shrink, shrink});
  const DecodedHeatMaps found = decode_heat_maps(mpn.forward(fold_pictures(pictures, fold)));
  return {places_in_larger(found.positions, shrink * fold), found.sd * (shrink * fold)};
}

}  // namespace skiagraph::networks
