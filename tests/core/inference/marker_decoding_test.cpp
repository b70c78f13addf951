#include "core/inference/marker_decoding.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

#include "core/networks/heat_maps.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using namespace skiagraph::networks;

namespace {

/// maps: (1, 17, H, W)
void check_as_reference(const torch::Tensor& maps) {
  const DecodedHeatMaps expected = decode_heat_maps(maps);
  const torch::Tensor planes = maps.contiguous();
  const FoundMarkers found =
      decode_planes({planes.data_ptr<float>(), static_cast<std::size_t>(planes.numel())},
                    static_cast<int>(maps.size(2)), static_cast<int>(maps.size(3)));
  for (int n = 0; n < kMarkerCount; ++n) {
    CHECK(found.positions[n].row == Approx(expected.positions[0][n][0].item<double>()).margin(1e-3));
    CHECK(found.positions[n].column == Approx(expected.positions[0][n][1].item<double>()).margin(1e-3));
    CHECK(found.sd_px[n] == Approx(expected.sd[0][n].item<double>()).margin(1e-4));
  }
}

}  // namespace

TEST_CASE("Heat maps are read as LibTorch reads them: sharp, broad, noisy, at the rim, empty") {
  torch::manual_seed(2);
  constexpr int kRows = 64, kColumns = 48;
  auto places = torch::rand({1, kMarkerCount, 2}) * torch::tensor({kRows - 1.0F, kColumns - 1.0F});
  const auto sharp = stamp_heat_maps(places, kRows, kColumns);
  check_as_reference(sharp);
  check_as_reference(sharp * 0.3 + 0.02 * torch::randn({1, kMarkerCount, kRows, kColumns}));
  const auto broad = torch::avg_pool2d(sharp, {9, 9}, 1, 4);
  check_as_reference(broad);
  places.fill_(0);
  check_as_reference(stamp_heat_maps(places, kRows, kColumns));
  check_as_reference(torch::zeros({1, kMarkerCount, kRows, kColumns}));
  check_as_reference(torch::full({1, kMarkerCount, 16, 16}, -1.0F));
}
