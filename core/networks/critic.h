#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace skiagraph::networks {

/// Tells true X-rays from predicted ones while CIGN learns; not needed afterwards and not shipped. Without
/// batch norm, which would tie the people of a batch together (Gulrajani et al., "Improved training of
/// Wasserstein GANs", NIPS 2017).
class CriticImpl : public torch::nn::Module {
 public:
  enum class Shape : std::uint8_t {
    kEncoder,  ///< the U-Net's way down: five blocks of three 3x3 convolutions, 32 filters each
    kPatches,  ///< each score sees 34x34 pixels (Isola et al., "Image-to-image translation", CVPR 2017)
  };
  static constexpr int kPatchPx = 34;

  explicit CriticImpl(Shape shape);

  /// surface (N, 2, H, W) and X-ray (N, 1, H, W), float32 or bfloat16 alike -> (N, 1, h, w) of the same type;
  /// the larger, the truer. No sigmoid.
  torch::Tensor forward(const torch::Tensor& surface, const torch::Tensor& xray);

  [[nodiscard]] Shape shape() const { return shape_; }
  /// All parameters by name. The tensors are the critic's own.
  [[nodiscard]] std::map<std::string, torch::Tensor> tensors() const;

 private:
  void add(int in, int out, int kernel, int stride);

  Shape shape_;
  std::vector<torch::nn::Conv2d> convolutions_;
};
TORCH_MODULE(Critic);

}  // namespace skiagraph::networks
