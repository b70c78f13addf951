#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace skiagraph {

/// The one recipe of all networks (Teixeira et al., CVPR 2018, after Ronneberger et al., U-Net, 2015): 9
/// blocks of three 3x3 convolutions, 32 filters each, batch norm and ReLU; four poolings down, four nearest
/// upsamplings up, skip connections by concatenation; the 27th convolution is the output.
class UnetImpl : public torch::nn::Module {
 public:
  static constexpr int kFilters = 32, kPoolings = 4, kBlocks = 9, kConvolutionsPerBlock = 3;
  static constexpr int kConvolutions = kBlocks * kConvolutionsPerBlock;
  /// Rows and columns must be multiples of this.
  static constexpr int kSizeMultiple = 1 << kPoolings;

  UnetImpl(std::int64_t in_channels, std::int64_t out_channels);

  /// (N, in, H, W) -> (N, out, H, W) of the same type; float32, or bfloat16 with the weights kept in float32.
  torch::Tensor forward(const torch::Tensor& input);

  /// A network of the same function without batch norm layers, which are folded into the convolutions. For
  /// evaluation.
  [[nodiscard]] std::shared_ptr<UnetImpl> folded() const;

  [[nodiscard]] std::int64_t in_channels() const { return in_channels_; }
  [[nodiscard]] std::int64_t out_channels() const { return out_channels_; }

 private:
  UnetImpl(const UnetImpl& other, bool fold);
  torch::Tensor block(int index, torch::Tensor x, const torch::Tensor& skip = {});
  torch::Tensor convolve(int index, const torch::Tensor& x, const torch::Tensor& skip);

  std::int64_t in_channels_, out_channels_;
  std::vector<torch::nn::Conv2d> convolutions_;
  std::vector<torch::nn::BatchNorm2d> norms_;  ///< one fewer; empty when folded
};
TORCH_MODULE(Unet);

}  // namespace skiagraph
