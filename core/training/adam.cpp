#include "core/training/adam.h"

#include <torch/torch.h>

#include <cmath>
#include <utility>

namespace skiagraph {

Adam::Adam(std::map<std::string, torch::Tensor> parameters, double momentum)
    : parameters_(std::move(parameters)), momentum_(momentum) {
  for (const auto& [name, parameter] : parameters_)
    moments_[name] = {torch::zeros_like(parameter.detach()), torch::zeros_like(parameter.detach())};
}

void Adam::zero_gradients() {
  for (auto& [name, parameter] : parameters_) parameter.mutable_grad().reset();
}

void Adam::step(double learning_rate) {
  constexpr double kBeta2 = 0.99, kEpsilon = 1e-8;
  torch::NoGradGuard no_grad;
  ++steps_;
  const double bias1 = 1 - std::pow(momentum_, steps_), bias2 = 1 - std::pow(kBeta2, steps_);
  for (auto& [name, parameter] : parameters_) {
    const auto& gradient = parameter.grad();
    if (!gradient.defined()) continue;
    Moments& m = moments_.at(name);
    m.first.mul_(momentum_).add_(gradient, 1 - momentum_);
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

}  // namespace skiagraph
