#include "core/networks/marker_search.h"

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::networks;

TEST_CASE("Markers found in smaller pictures come back in pixels of the large ones") {
  torch::manual_seed(3);
  Unet mpn(3, 4);
  mpn->eval();
  torch::NoGradGuard no_grad;
  const auto small = torch::rand({1, 3, 32, 48});
  const auto large = torch::upsample_nearest2d(small, {64, 96});
  const DecodedHeatMaps own = find_markers(*mpn, small, 1, 1), scaled = find_markers(*mpn, large, 2, 1);
  CHECK((scaled.positions - (own.positions * 2 + 0.5)).abs().max().item<double>() < 1e-3);
  CHECK((scaled.sd - own.sd * 2).abs().max().item<double>() < 1e-3);
}
