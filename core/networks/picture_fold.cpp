#include "core/networks/picture_fold.h"

#include "core/networks/heat_maps.h"
#include "core/networks/marker_search.h"

namespace skiagraph::networks {

torch::Tensor fold_pictures(const torch::Tensor& pictures, int fold) {
  return fold == 1 ? pictures : torch::pixel_unshuffle(pictures, fold);
}

torch::Tensor unfold_pictures(const torch::Tensor& folded, int fold) {
  return fold == 1 ? folded : torch::pixel_shuffle(folded, fold);
}

torch::Tensor cign_input(const torch::Tensor& surface, const torch::Tensor& markers, int fold) {
  const torch::Tensor maps =
      stamp_heat_maps(places_in_smaller(markers, fold), surface.size(2) / fold, surface.size(3) / fold);
  return torch::cat({fold_pictures(surface, fold), maps.to(surface.device())}, 1);
}

}  // namespace skiagraph::networks
