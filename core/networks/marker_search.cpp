#include "core/networks/marker_search.h"

namespace skiagraph::networks {

torch::Tensor places_in_smaller(const torch::Tensor& places, int shrink) {
  return (places + 0.5) / shrink - 0.5;
}

torch::Tensor places_in_larger(const torch::Tensor& places, int shrink) {
  return (places + 0.5) * shrink - 0.5;
}

DecodedHeatMaps find_markers(UnetImpl& mpn, const torch::Tensor& surface_and_xray, int shrink) {
  if (shrink == 1) return decode_heat_maps(mpn.forward(surface_and_xray));
  const DecodedHeatMaps coarse =
      decode_heat_maps(mpn.forward(torch::avg_pool2d(surface_and_xray, {shrink, shrink})));
  return {places_in_larger(coarse.positions, shrink), coarse.sd * shrink};
}

}  // namespace skiagraph::networks
