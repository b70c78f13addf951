#pragma once

#include <torch/nn/module.h>
#include <torch/nn/modules/conv.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/networks/super_resolution_weights.h"

namespace skiagraph::networks {

/// A network of SuperResolutionShape (after Dong et al., "Image super-resolution using deep convolutional
/// networks", 2014).
class SuperResolutionImpl : public torch::nn::Module {
 public:
  SuperResolutionImpl();

  /// surface (N, 2, H, W) and X-ray (N, 1, H, W), both float32 or both bfloat16 -> what is added to the X-ray
  /// with each pixel repeated, (N, 1, 2 H, 2 W) of the same type. Its mean over squares of 2 x 2 is 0, and
  /// beside the body it is 0.
  torch::Tensor forward(const torch::Tensor& surface, const torch::Tensor& xray);

  /// Of each channel after each convolution but the last, after ReLU, the largest value of each person:
  /// (N, convolutions - 1, channels).
  torch::Tensor largest_activations(const torch::Tensor& surface, const torch::Tensor& xray);

  /// All parameters by name. The tensors are the network's own.
  [[nodiscard]] std::map<std::string, torch::Tensor> tensors() const;

 private:
  /// after: takes what comes out of each convolution but the last, after ReLU.
  template <class After>
  torch::Tensor convolve(const torch::Tensor& surface, const torch::Tensor& xray, const After& after);

  std::vector<torch::nn::Conv2d> convolutions_;
};
TORCH_MODULE(SuperResolution);

/// What the squares of a fine picture (N, 1, 2 H, 2 W) differ from their means, which lie in the picture that
/// is half as fine: what the network is to predict.
torch::Tensor detail_of(const torch::Tensor& fine);
/// The fine picture of these means (N, 1, H, W) and this detail (N, 1, 2 H, 2 W).
torch::Tensor with_detail(const torch::Tensor& means, const torch::Tensor& detail);

/// Untrained, the same for the same seed.
SuperResolution make_super_resolution(std::uint64_t seed);
SuperResolution super_resolution_with(const SuperResolutionWeights& weights);
/// A copy of the weights, for pictures of this frame.
SuperResolutionWeights weights_of(const SuperResolution& network, const geometry::CanonicalFrame& frame);

}  // namespace skiagraph::networks
