#pragma once

#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>

#include <cstdint>
#include <vector>

#include "core/networks/unet_shape.h"

namespace skiagraph::networks {

/// A network of UnetShape.
class UnetImpl : public torch::nn::Module {
 public:
  UnetImpl(int in_channels, int out_channels);

  /// (N, in, H, W) -> (N, out, H, W) of the same type; float32, or bfloat16 with the weights kept in float32.
  torch::Tensor forward(const torch::Tensor& input);

  /// The same network with batch norm folded into the convolutions, in evaluation mode.
  [[nodiscard]] std::shared_ptr<UnetImpl> folded() const;

  [[nodiscard]] std::int64_t in_channels() const { return shape_.in_channels; }
  [[nodiscard]] std::int64_t out_channels() const { return shape_.out_channels; }

 private:
  UnetImpl(const UnetImpl& other, bool fold);
  torch::Tensor block(int index, torch::Tensor x, const torch::Tensor& skip = {});
  torch::Tensor convolve(int index, const torch::Tensor& x, const torch::Tensor& skip);

  UnetShape shape_;
  std::vector<torch::nn::Conv2d> convolutions_;
  std::vector<torch::nn::BatchNorm2d> norms_;  ///< one fewer; empty when folded
};
TORCH_MODULE(Unet);

}  // namespace skiagraph::networks
