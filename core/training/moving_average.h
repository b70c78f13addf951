#pragma once

#include <torch/types.h>

#include <map>
#include <string>

namespace skiagraph::training {

/// The exponential moving average of a network's weights over the steps, which predicts better than the last
/// step.
class MovingAverage {
 public:
  explicit MovingAverage(const std::map<std::string, torch::Tensor>& weights);

  /// weights: of the same names and shapes, here and below.
  void update(const std::map<std::string, torch::Tensor>& weights);
  /// Puts the average into these tensors.
  void copy_to(const std::map<std::string, torch::Tensor>& weights) const;

  void save(const std::string& prefix, std::map<std::string, torch::Tensor>& tensors) const;
  void load(const std::string& prefix, const std::map<std::string, torch::Tensor>& tensors);

 private:
  std::map<std::string, torch::Tensor> average_;
  std::int64_t steps_ = 0;
};

}  // namespace skiagraph::training
