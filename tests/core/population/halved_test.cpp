#include "core/population/halved.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/population/population.h"
#include "tests/core/anatomy/phantom_base.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::population;
using namespace skiagraph::tensors;

namespace {

Dataset somebody(const geometry::CanonicalFrame& frame) {
  PopulationOptions options;
  options.count = 1, options.seed = 12, options.floor_skins = 0;
  options.frame = frame;
  return make_population({&phantom_base(), 1}, options);
}

}  // namespace

TEST_CASE("halved people are nearly those that are made at half the size") {
  const geometry::CanonicalFrame small{64, 48, 15, 51, 24};
  const Dataset made = somebody(small), half = halved(somebody(refined(small, 2)));
  CHECK(half.frame == small);
  CHECK(half.mm_per_px.item<double>() == Approx(made.mm_per_px.item<double>()));
  CHECK((half.landmarks - made.landmarks).abs().max().item<double>() < 1e-3);
  const auto inside = [](const Dataset& d) { return d.surface[0][1] > 0; };
  CHECK((inside(half) != inside(made)).sum().item<int>() < 0.04 * inside(made).sum().item<int>());
  const auto both = inside(half).logical_and(inside(made));
  const auto error = [&](const torch::Tensor& a, const torch::Tensor& b) {
    return (a.to(torch::kFloat32) - b.to(torch::kFloat32)).abs().masked_select(both).mean().item<double>();
  };
  CHECK(error(half.xray[0][0], made.xray[0][0]) < 0.004);
  CHECK(error(half.surface[0][1], made.surface[0][1]) < 0.006);
}

TEST_CASE("pictures of an odd size are not halved") {
  Dataset odd = somebody({64, 48, 15, 51, 24});
  odd.frame.rows = 63;
  CHECK_THROWS_AS(halved(odd), InputError);
}
