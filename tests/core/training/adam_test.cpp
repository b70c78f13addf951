#include "core/training/adam.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::training;
using torch::Tensor;

namespace {

/// Weights after some steps down |weight * x - y|^2, whose directions differ a thousandfold in steepness.
double loss_after(int steps, Adam::Matrices matrices, double learning_rate) {
  torch::manual_seed(3);
  const Tensor x = torch::randn({72, 200}) * torch::logspace(-1.5, 1.5, 72).unsqueeze(1);
  const Tensor y = torch::mm(torch::randn({16, 72}), x);
  Tensor weight = torch::zeros({16, 8, 3, 3}).requires_grad_();
  Adam adam({{"weight", weight}}, matrices);
  const auto loss = [&] { return (torch::mm(weight.reshape({16, -1}), x) - y).square().mean(); };
  for (int n = 0; n < steps; ++n) {
    adam.zero_gradients();
    loss().backward();
    adam.step(learning_rate * (1 - static_cast<double>(n) / steps));
  }
  return loss().item<double>() / y.square().mean().item<double>();
}

}  // namespace

TEST_CASE("Orthogonalised steps move all directions of a convolution alike") {
  torch::manual_seed(1);
  Tensor weight = torch::zeros({32, 32, 3, 3}).requires_grad_(), bias = torch::zeros({32}).requires_grad_();
  Adam adam({{"weight", weight}, {"bias", bias}}, Adam::Matrices::kOrthogonalised);
  // Some directions twenty times steeper than others.
  const Tensor steep = torch::randn({32, 32, 3, 3}) * torch::logspace(0, 1.3, 32).reshape({32, 1, 1, 1});
  ((weight * steep).sum() + bias.sum()).backward();
  adam.step(0.01);

  const Tensor singular = torch::linalg_svdvals(weight.detach().reshape({32, -1}));
  CHECK(singular.max().item<double>() < 4 * singular.min().item<double>());
  // Of the size that a step of Adam has, as the learning rate says; against the gradient.
  const double rms = weight.detach().square().mean().sqrt().item<double>();
  CHECK(rms > 0.1 * 0.01);
  CHECK(rms < 0.3 * 0.01);
  CHECK((weight.detach() * steep).sum().item<double>() < 0);
  // What is not a matrix moves as Adam says: by the learning rate.
  CHECK(torch::allclose(bias.detach(), torch::full({32}, -0.01), 1e-4));
}

TEST_CASE("Both ways of moving matrices go down") {
  CHECK(loss_after(300, Adam::Matrices::kScaled, 0.1) < 0.1);
  CHECK(loss_after(300, Adam::Matrices::kOrthogonalised, 0.1) < 0.1);
}
