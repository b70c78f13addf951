#include "core/networks/finer_networks.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

#include "core/markers/marker_table.h"
#include "core/networks/picture_fold.h"

using namespace skiagraph;
using namespace skiagraph::networks;

TEST_CASE("finer networks begin as the coarse ones: on pictures that hold nothing finer they say the same") {
  torch::NoGradGuard no_grad;
  const geometry::CanonicalFrame frame;
  Networks coarse = make_networks(frame, 5);
  coarse.marker_shrink = 4;
  for (const NetworkId id : kNetworkIds) coarse.network(id)->eval();
  Networks fine = finer_networks(coarse);
  CHECK(fine.fold == 2);
  CHECK(fine.frame == refined(frame, 2));
  CHECK(fine.marker_shrink == 4);

  const auto larger = [](const torch::Tensor& pictures) {
    return pictures.repeat_interleave(2, 2).repeat_interleave(2, 3);
  };
  torch::manual_seed(3);
  const auto surface = torch::rand({1, 2, frame.rows, frame.columns}),
             xray = torch::rand({1, 1, frame.rows, frame.columns}),
             markers = torch::rand({1, kMarkerCount, 2}) * 150 + 20;
  const auto t = unfold_pictures(fine.t->forward(fold_pictures(larger(surface), 2)), 2);
  CHECK(torch::allclose(t, larger(coarse.t->forward(surface)), 1e-3, 1e-4));
  const auto both = torch::cat({surface, xray}, 1);
  CHECK(torch::allclose(fine.mpn->forward(fold_pictures(larger(both), 2)), coarse.mpn->forward(both), 1e-3,
                        1e-4));
  const auto picture =
      unfold_pictures(fine.cign->forward(cign_input(larger(surface), markers * 2 + 0.5, 2)), 2);
  CHECK(torch::allclose(picture, larger(coarse.cign->forward(cign_input(surface, markers, 1))), 1e-3, 1e-4));
}
