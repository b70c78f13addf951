#include "core/training/moving_average.h"

#include <algorithm>
#include <vector>

namespace skiagraph::training {

MovingAverage::MovingAverage(const std::map<std::string, torch::Tensor>& weights) {
  for (const auto& [name, tensor] : weights) average_[name] = tensor.detach().clone();
}

void MovingAverage::update(const std::map<std::string, torch::Tensor>& weights) {
  // A shorter average at the start, so that short runs do not keep the untrained weights.
  constexpr double kDecay = 0.995;
  torch::NoGradGuard no_grad;
  ++steps_;
  const double keep = std::min(kDecay, static_cast<double>(steps_) / static_cast<double>(steps_ + 10));
  std::vector<torch::Tensor> averages, now;
  for (const auto& [name, tensor] : weights) {
    averages.push_back(average_.at(name));
    now.push_back(tensor.detach());
  }
  at::_foreach_mul_(averages, keep);
  at::_foreach_add_(averages, now, 1 - keep);
}

void MovingAverage::copy_to(const std::map<std::string, torch::Tensor>& weights) const {
  torch::NoGradGuard no_grad;
  for (const auto& [name, tensor] : weights) torch::Tensor(tensor).copy_(average_.at(name));
}

void MovingAverage::save(const std::string& prefix, std::map<std::string, torch::Tensor>& tensors) const {
  tensors[prefix + "steps"] = torch::full({1}, steps_, torch::kInt64);
  for (const auto& [name, tensor] : average_) tensors[prefix + "average." + name] = tensor.contiguous();
}

void MovingAverage::load(const std::string& prefix, const std::map<std::string, torch::Tensor>& tensors) {
  steps_ = tensors.at(prefix + "steps").item<std::int64_t>();
  for (auto& [name, tensor] : average_) tensor.copy_(tensors.at(prefix + "average." + name));
}

}  // namespace skiagraph::training
