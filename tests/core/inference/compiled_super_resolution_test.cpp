#include "core/inference/onednn/compiled_super_resolution.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "core/networks/super_resolution.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using namespace skiagraph::networks;

namespace {

constexpr geometry::CanonicalFrame kFrame{64, 48, 15, 51, 24};

/// (1, 3, rows, columns): a body of soft shapes, and its X-ray.
torch::Tensor soft_planes() {
  torch::manual_seed(3);
  const auto coarse = torch::rand({1, 3, kFrame.rows / 8, kFrame.columns / 8});
  return torch::upsample_bilinear2d(coarse, {kFrame.rows, kFrame.columns}, false).contiguous();
}

struct Measured {
  SuperResolutionWeights weights;
  torch::Tensor planes = soft_planes();

  Measured() {
    SuperResolution network = make_super_resolution(7);
    torch::NoGradGuard no_grad;
    network->tensors().at("convolution4.weight").mul_(20);
    weights = weights_of(network, kFrame);
    const auto largest = network->largest_activations(planes.slice(1, 0, 2), planes.slice(1, 2)).contiguous();
    weights.largest_activations = {largest.data_ptr<float>(), largest.data_ptr<float>() + largest.numel()};
  }

  /// What is added to the X-ray.
  [[nodiscard]] torch::Tensor detail(bool int8) const {
    const std::int64_t rows = 2 * kFrame.rows, columns = 2 * kFrame.columns;
    auto fine = torch::empty({1, 1, rows, columns});
    CompiledSuperResolution(weights, int8)
        .run({planes.data_ptr<float>(), static_cast<std::size_t>(planes.numel())},
             {fine.data_ptr<float>(), static_cast<std::size_t>(fine.numel())});
    return fine - torch::upsample_nearest2d(planes.slice(1, 2), {rows, columns});
  }
};

double rms(const torch::Tensor& values) {
  return values.square().mean().sqrt().item<double>();
}

}  // namespace

TEST_CASE("Detail computed in int8 is that of float32 but for a few percent") {
  const Measured measured;
  const auto exact = measured.detail(false), fast = measured.detail(true);
  REQUIRE(rms(exact) > 1e-3);
  CHECK(rms(fast - exact) < 0.06 * rms(exact));
  CHECK(rms(fast - exact) > 0);
}

TEST_CASE("Without measured activations detail is computed in float32 where int8 is asked for") {
  Measured measured;
  measured.weights.largest_activations.clear();
  CHECK(torch::equal(measured.detail(true), measured.detail(false)));
}
