#include "core/networks/picture_fold.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/markers/marker_table.h"
#include "core/networks/heat_maps.h"
#include "core/networks/marker_search.h"
#include "core/networks/networks.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::networks;
using namespace skiagraph::tensors;
using testing::kFoldedFrame;
using testing::kSmallFrame;
using testing::TemporaryFolder;

TEST_CASE("Folded pictures hold every pixel, and come back as they were") {
  torch::manual_seed(1);
  const auto pictures = torch::rand({2, 3, 8, 6});
  const auto folded = fold_pictures(pictures, 2);
  REQUIRE(folded.sizes() == at::IntArrayRef({2, 12, 4, 3}));
  // Channels of a square lie side by side, row by row.
  for (const int down : {0, 1})
    for (const int across : {0, 1})
      CHECK(folded[1][4 + 2 * down + across].equal(
          pictures[1][1].slice(0, down, {}, 2).slice(1, across, {}, 2)));
  CHECK(unfold_pictures(folded, 2).equal(pictures));
  CHECK(fold_pictures(pictures, 1).equal(pictures));
  CHECK(unfold_pictures(pictures, 1).equal(pictures));
}

TEST_CASE("Pictures of more than 256 rows are folded by two, others are not") {
  CHECK(fold_of({}) == 1);
  CHECK(fold_of(kSmallFrame) == 1);
  CHECK(fold_of(kFoldedFrame) == 2);
  CHECK(fold_of(geometry::refined({}, 2)) == 2);
}

TEST_CASE("Folded networks take folded pictures and heat maps of the folded size") {
  Networks networks = make_networks(kFoldedFrame, 4);
  CHECK(networks.fold == 2);
  for (const NetworkId id : kNetworkIds) networks.network(id)->eval();
  torch::NoGradGuard no_grad;
  const std::int64_t rows = kFoldedFrame.rows, columns = kFoldedFrame.columns;
  const auto surface = torch::rand({1, 2, rows, columns}), xray = torch::rand({1, 1, rows, columns});
  CHECK(networks.t->in_channels() == 8);
  CHECK(unfold_pictures(networks.t->forward(fold_pictures(surface, 2)), 2).sizes() == xray.sizes());
  CHECK(networks.mpn->in_channels() == 12);
  CHECK(networks.mpn->forward(fold_pictures(torch::cat({surface, xray}, 1), 2)).sizes() ==
        at::IntArrayRef({1, kMarkerCount, rows / 2, columns / 2}));
  const auto input = cign_input(surface, torch::full({1, kMarkerCount, 2}, 40.5F), 2);
  CHECK(input.sizes() == at::IntArrayRef({1, 8 + kMarkerCount, rows / 2, columns / 2}));
  CHECK(unfold_pictures(networks.cign->forward(input), 2).sizes() == xray.sizes());
  // The middle of a square of four pixels is the centre of a heat map's pixel.
  const auto highest = input[0][8].argmax().item<std::int64_t>();
  CHECK(highest == 20 * (columns / 2) + 20);
  CHECK(input[0][8].max().item<double>() == Approx(1));
}

TEST_CASE("Markers found in folded pictures come back in pixels of the pictures") {
  torch::manual_seed(3);
  Unet mpn(12, 4);
  mpn->eval();
  torch::NoGradGuard no_grad;
  const auto pictures = torch::rand({1, 3, 64, 96});
  const auto on_grid = decode_heat_maps(mpn->forward(fold_pictures(pictures, 2)));
  const auto found = find_markers(*mpn, pictures, 1, 2);
  CHECK(torch::allclose(found.positions, on_grid.positions * 2 + 0.5));
  CHECK(torch::allclose(found.sd, on_grid.sd * 2));
  const auto large = pictures.repeat_interleave(2, 2).repeat_interleave(2, 3);
  CHECK(torch::allclose(find_markers(*mpn, large, 2, 2).positions, found.positions * 2 + 0.5, 1e-4, 1e-3));
}

TEST_CASE("The fold travels with the weights; files that do not say it are not folded") {
  const TemporaryFolder folder;
  const auto change = [&](NetworkId id, const auto& edit) {
    const auto path = folder.path() / (std::string(network_name(id)) + ".safetensors");
    TensorFile file = read_tensor_file(path);
    edit(file.metadata);
    write_tensor_file(path, file);
  };
  SECTION("folded") {
    Networks written = make_networks(kFoldedFrame, 4);
    written.marker_shrink = 1;
    write_networks(folder.path(), written);
    Networks read = read_networks(folder.path());
    CHECK(read.fold == 2);
    CHECK(read.frame == kFoldedFrame);
    CHECK(network_tensors(read.cign).at("convolution1.weight").size(1) == 8 + kMarkerCount);
    for (const char* fold : {"1", "3", "0", "two", ""}) {
      change(NetworkId::kMpn, [&](auto& metadata) { metadata["fold"] = fold; });
      CHECK_THROWS_AS(read_networks(folder.path()), InputError);
    }
  }
  SECTION("not folded, as all weights were once") {
    Networks written = make_networks(kSmallFrame, 4);
    write_networks(folder.path(), written);
    for (const NetworkId id : kNetworkIds)
      change(id, [](auto& metadata) { REQUIRE(metadata.erase("fold") == 1); });
    CHECK(read_network_weights(folder.path()).fold == 1);
  }
  SECTION("a fold that the frame cannot have") {
    Networks written = make_networks({288, 112, 112.5, 180.5, 55.5}, 4);
    write_networks(folder.path(), written);
    CHECK_THROWS_WITH(read_networks(folder.path()), Catch::Contains("fold"));
  }
}
