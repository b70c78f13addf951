#include "core/networks/critic.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::networks;
using torch::Tensor;

TEST_CASE("A score of the patch critic sees 34x34 pixels, one of the encoder sees far more") {
  for (const auto shape : {CriticImpl::Shape::kPatches, CriticImpl::Shape::kEncoder}) {
    torch::manual_seed(3);
    Critic critic(shape);
    const Tensor surface = torch::rand({1, 2, 256, 192});
    const Tensor xray = torch::rand({1, 1, 256, 192}).requires_grad_();
    const Tensor scores = critic->forward(surface, xray);
    scores[0][0][scores.size(2) / 2][scores.size(3) / 2].backward();
    const Tensor seen = (xray.grad()[0][0] != 0).nonzero();
    const auto extent = [&](int axis) {
      const Tensor places = seen.select(1, axis);
      return (places.max() - places.min()).item<std::int64_t>() + 1;
    };
    if (shape == CriticImpl::Shape::kPatches) {
      // Its detail is what a mean over 7x7 pixels takes away.
      CHECK(extent(0) == CriticImpl::kPatchPx + 6);
      CHECK(extent(1) == CriticImpl::kPatchPx + 6);
    } else {
      CHECK(extent(0) > 100);
      CHECK(scores.size(2) == 16);
      CHECK(scores.size(3) == 12);
    }
  }
}

TEST_CASE("A critic of folded pictures gives as many scores as one of pictures of half the size") {
  for (const auto shape : {CriticImpl::Shape::kPatches, CriticImpl::Shape::kEncoder}) {
    Critic critic(shape), folding(shape, 2);
    const Tensor scores = critic->forward(torch::rand({1, 2, 64, 48}), torch::rand({1, 1, 64, 48}));
    CHECK(folding->forward(torch::rand({1, 2, 128, 96}), torch::rand({1, 1, 128, 96})).sizes() ==
          scores.sizes());
  }
}
