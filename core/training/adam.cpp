#include "core/training/adam.h"

#include <torch/types.h>

#include <cmath>
#include <utility>

namespace skiagraph::training {

namespace {

/// Approximately the nearest matrix with orthonormal rows: singular values become 0.7 to 1.2, by five steps
/// of the Newton-Schulz iteration with Jordan's coefficients.
torch::Tensor orthogonalised(const torch::Tensor& weight) {
  constexpr double kA = 3.4445, kB = -4.7750, kC = 2.0315;
  auto x = weight.reshape({weight.size(0), -1});
  x = x / (x.norm() + 1e-12);
  for (int n = 0; n < 5; ++n) {
    const auto square = torch::mm(x, x.t());
    x = kA * x + torch::mm(kB * square + kC * torch::mm(square, square), x);
  }
  return x.reshape(weight.sizes());
}

bool is_wide_matrix(const torch::Tensor& parameter) {
  constexpr std::int64_t kLeastRows = 8;
  return parameter.dim() == 4 && parameter.size(0) >= kLeastRows &&
         parameter.numel() >= parameter.size(0) * parameter.size(0);
}

}  // namespace

Adam::Adam(std::map<std::string, torch::Tensor> parameters, double momentum) : Adam(std::move(parameters)) {
  momentum_ = momentum;
}

Adam::Adam(std::map<std::string, torch::Tensor> parameters, Matrices matrices)
    : parameters_(std::move(parameters)),
      momentum_(matrices == Matrices::kScaled ? 0.9 : 0.95),
      matrices_(matrices) {
  for (const auto& [name, parameter] : parameters_)
    moments_[name] = {torch::zeros_like(parameter.detach()), torch::zeros_like(parameter.detach())};
}

void Adam::zero_gradients() {
  for (auto& [name, parameter] : parameters_) parameter.mutable_grad().reset();
}

std::vector<torch::Tensor> Adam::gradients() const {
  std::vector<torch::Tensor> gradients;
  for (const auto& [name, parameter] : parameters_) gradients.push_back(parameter.grad());
  return gradients;
}

void Adam::step(double learning_rate) {
  constexpr double kBeta2 = 0.99, kEpsilon = 1e-8, kMuonRms = 0.2;
  torch::NoGradGuard no_grad;
  ++steps_;
  const double bias1 = 1 - std::pow(momentum_, steps_), bias2 = 1 - std::pow(kBeta2, steps_);
  for (auto& [name, parameter] : parameters_) {
    const auto& gradient = parameter.grad();
    if (!gradient.defined()) continue;
    Moments& m = moments_.at(name);
    m.first.mul_(momentum_).add_(gradient, 1 - momentum_);
    if (matrices_ == Matrices::kOrthogonalised && is_wide_matrix(parameter)) {
      const auto ahead = gradient.lerp(m.first, momentum_);  // Nesterov's
      const double columns = static_cast<double>(parameter.numel() / parameter.size(0));
      parameter.sub_(orthogonalised(ahead), kMuonRms * std::sqrt(columns) * learning_rate);
      continue;
    }
    m.second.mul_(kBeta2).addcmul_(gradient, gradient, 1 - kBeta2);
    parameter.addcdiv_(m.first, (m.second / bias2).sqrt_().add_(kEpsilon), -learning_rate / bias1);
  }
}

void Adam::save(const std::string& prefix, std::map<std::string, torch::Tensor>& tensors) const {
  tensors[prefix + "steps"] = torch::full({1}, steps_, torch::kInt64);
  for (const auto& [name, m] : moments_) {
    tensors[prefix + "first." + name] = m.first.contiguous();
    tensors[prefix + "second." + name] = m.second.contiguous();
  }
}

void Adam::load(const std::string& prefix, const std::map<std::string, torch::Tensor>& tensors) {
  steps_ = tensors.at(prefix + "steps").item<std::int64_t>();
  for (auto& [name, m] : moments_) {
    m.first.copy_(tensors.at(prefix + "first." + name));
    m.second.copy_(tensors.at(prefix + "second." + name));
  }
}

}  // namespace skiagraph::training
