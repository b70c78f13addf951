#pragma once

#include <torch/types.h>

#include <map>
#include <string>

#include "core/networks/unet.h"

namespace skiagraph::training {

/// The exponential moving average of a network's weights over the steps, which predicts better than the last
/// step.
class MovingAverage {
 public:
  explicit MovingAverage(const networks::Unet& network);

  void update(const networks::Unet& network);
  /// Puts the average into `network`.
  void copy_to(networks::Unet& network) const;

  void save(const std::string& prefix, std::map<std::string, torch::Tensor>& tensors) const;
  void load(const std::string& prefix, const std::map<std::string, torch::Tensor>& tensors);

 private:
  std::map<std::string, torch::Tensor> average_;
  std::int64_t steps_ = 0;
};

}  // namespace skiagraph::training
