#include "core/training/adam.h"

#include <torch/types.h>

#include <cmath>
#include <utility>

namespace skiagraph::training {

namespace {

/// Approximately the nearest matrices with orthonormal rows, of a stack (N, rows, columns): singular values
/// become 0.7 to 1.2, by five steps of the Newton-Schulz iteration with Jordan's coefficients.
torch::Tensor orthogonalised(const torch::Tensor& stack) {
  constexpr double kA = 3.4445, kB = -4.7750, kC = 2.0315;
  auto x = stack / (stack.flatten(1).norm(2, 1).reshape({-1, 1, 1}) + 1e-12);
  for (int n = 0; n < 5; ++n) {
    const auto square = torch::bmm(x, x.transpose(1, 2));
    x = kA * x + torch::bmm(kB * square + kC * torch::bmm(square, square), x);
  }
  return x;
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

// Operations on lists of tensors, because a GPU waits for each operation to be begun.
void Adam::step(double learning_rate) {
  torch::NoGradGuard no_grad;
  ++steps_;
  std::vector<Updated> scaled;
  std::map<std::vector<std::int64_t>, std::vector<Updated>> orthogonalised;  // by shape
  for (auto& [name, parameter] : parameters_) {
    if (!parameter.grad().defined()) continue;
    const Updated updated{parameter, parameter.grad(), moments_.at(name)};
    if (matrices_ == Matrices::kOrthogonalised && is_wide_matrix(parameter))
      orthogonalised[parameter.sizes().vec()].push_back(updated);
    else
      scaled.push_back(updated);
  }
  if (!scaled.empty()) step_scaled(scaled, learning_rate);
  for (const auto& [shape, alike] : orthogonalised) step_orthogonalised(alike, learning_rate);
}

void Adam::step_scaled(const std::vector<Updated>& updated, double learning_rate) const {
  constexpr double kBeta2 = 0.99, kEpsilon = 1e-8;
  const double bias1 = 1 - std::pow(momentum_, steps_), bias2 = 1 - std::pow(kBeta2, steps_);
  std::vector<torch::Tensor> parameters, gradients, first, second;
  for (const Updated& one : updated) {
    parameters.push_back(one.parameter);
    gradients.push_back(one.gradient);
    first.push_back(one.moments.first);
    second.push_back(one.moments.second);
  }
  at::_foreach_mul_(first, momentum_);
  at::_foreach_add_(first, gradients, 1 - momentum_);
  at::_foreach_mul_(second, kBeta2);
  at::_foreach_addcmul_(second, gradients, gradients, 1 - kBeta2);
  auto spread = at::_foreach_div(second, bias2);
  at::_foreach_sqrt_(spread);
  at::_foreach_add_(spread, kEpsilon);
  at::_foreach_addcdiv_(parameters, first, spread, -learning_rate / bias1);
}

void Adam::step_orthogonalised(const std::vector<Updated>& alike, double learning_rate) const {
  constexpr double kRms = 0.2;  // of Adam's step
  std::vector<torch::Tensor> stack;
  for (const Updated& one : alike) {
    one.moments.first.mul_(momentum_).add_(one.gradient, 1 - momentum_);
    stack.push_back(one.gradient.lerp(one.moments.first, momentum_).flatten(1));  // Nesterov's
  }
  const torch::Tensor steps = orthogonalised(torch::stack(stack));
  const double length = kRms * std::sqrt(static_cast<double>(steps.size(2))) * learning_rate;
  for (std::size_t n = 0; n < alike.size(); ++n) {
    torch::Tensor parameter = alike[n].parameter;
    parameter.sub_(steps[static_cast<std::int64_t>(n)].reshape(parameter.sizes()), length);
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
