#pragma once

#include <torch/nn/module.h>
#include <torch/nn/modules/conv.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace skiagraph::networks {

/// Scores how much an X-ray looks like a true one, while CIGN is trained; not needed afterwards and not
/// shipped. It has no batch norm, which would make a person's score depend on the others of the batch
/// (Gulrajani et al., "Improved training of Wasserstein GANs", NIPS 2017).
class CriticImpl : public torch::nn::Module {
 public:
  enum class Shape : std::uint8_t {
    kEncoder,  ///< the encoder of the U-Net: five blocks of three 3x3 convolutions, 32 filters each
    kPatches,  ///< each score sees 34x34 pixels (Isola et al., "Image-to-image translation", CVPR 2017)
  };
  static constexpr int kPatchPx = 34;

  /// fold: of the pictures, see fold_of(). A folded critic sees fold times as far. given: pictures of what
  /// the X-ray was made from, which is the surface (2) and perhaps the markers (1).
  explicit CriticImpl(Shape shape, int fold = 1, int given = 2);

  /// given (N, 2 or 3, H, W) and X-ray (N, 1, H, W), both float32 or both bfloat16 -> scores (N, 1, h, w) of
  /// the same type, without sigmoid. A larger score means that the X-ray looks truer.
  torch::Tensor forward(const torch::Tensor& given, const torch::Tensor& xray);

  [[nodiscard]] Shape shape() const { return shape_; }
  /// All parameters by name. The tensors are the critic's own.
  [[nodiscard]] std::map<std::string, torch::Tensor> tensors() const;

 private:
  void add(int in, int out, int kernel, int stride);

  Shape shape_;
  int fold_;
  std::vector<torch::nn::Conv2d> convolutions_;
};
TORCH_MODULE(Critic);

}  // namespace skiagraph::networks
