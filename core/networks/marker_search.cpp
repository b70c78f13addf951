#include "core/networks/marker_search.h"

namespace skiagraph {

DecodedHeatMaps find_markers(UnetImpl& mpn, const torch::Tensor& surface_and_xray, int shrink) {
  if (shrink == 1) return decode_heat_maps(mpn.forward(surface_and_xray));
  const DecodedHeatMaps coarse =
      decode_heat_maps(mpn.forward(torch::avg_pool2d(surface_and_xray, {shrink, shrink})));
  // The middle of the first small pixel lies at (shrink - 1) / 2 of the large ones.
  return {(coarse.positions + 0.5) * shrink - 0.5, coarse.sd * shrink};
}

}  // namespace skiagraph
