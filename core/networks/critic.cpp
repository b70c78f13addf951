#include "core/networks/critic.h"

#include <torch/nn/init.h>

#include "core/networks/picture_fold.h"
#include "core/networks/unet.h"

namespace skiagraph::networks {
namespace {

constexpr int kOwn = 2;  // the X-ray and its detail
constexpr double kLeak = 0.2;

/// The X-ray minus its mean over 7x7 pixels, scaled to the size of the other channels. Grain is a hundredth
/// of a body's brightness: without this channel a critic takes thousands of steps to notice it.
torch::Tensor detail(const torch::Tensor& xray) {
  constexpr double kGain = 20;
  return (xray - torch::avg_pool2d(xray, {7, 7}, {1, 1}, {3, 3})) * kGain;
}

}  // namespace

CriticImpl::CriticImpl(Shape shape, int fold, int given) : shape_(shape), fold_(fold) {
  const int input = (given + kOwn) * fold * fold;
  if (shape == Shape::kPatches) {
    // Receptive field of a score, from the last layer backwards: 4, 7, 16 and 34 pixels.
    add(input, 32, 4, 2);
    add(32, 64, 4, 2);
    add(64, 128, 4, 1);
    add(128, 1, 4, 1);
    return;
  }
  constexpr int kConvolutions = (UnetShape::kPoolings + 1) * UnetShape::kConvolutionsPerBlock;
  for (int n = 0; n < kConvolutions; ++n)
    add(n == 0 ? input : UnetShape::kFilters, n + 1 == kConvolutions ? 1 : UnetShape::kFilters, 3, 1);
}

void CriticImpl::add(int in, int out, int kernel, int stride) {
  const auto options = torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(1);
  torch::nn::Conv2d convolution(options);
  torch::nn::init::kaiming_normal_(convolution->weight, kLeak, torch::kFanIn, torch::kLeakyReLU);
  torch::nn::init::zeros_(convolution->bias);
  convolutions_.push_back(
      register_module("convolution" + std::to_string(convolutions_.size() + 1), convolution));
}

torch::Tensor CriticImpl::forward(const torch::Tensor& given, const torch::Tensor& xray) {
  auto x = fold_pictures(torch::cat({given, xray, detail(xray)}, 1), fold_)
               .contiguous(torch::MemoryFormat::ChannelsLast);
  for (std::size_t n = 0; n < convolutions_.size(); ++n) {
    const auto& c = convolutions_[n];
    if (shape_ == Shape::kEncoder && n > 0 && n % UnetShape::kConvolutionsPerBlock == 0)
      x = torch::avg_pool2d(x, {2, 2});
    x = torch::conv2d(x, c->weight.to(x.scalar_type()), c->bias.to(x.scalar_type()), c->options.stride(),
                      {1, 1});
    if (n + 1 < convolutions_.size()) x = torch::leaky_relu(x, kLeak);
  }
  return x;
}

std::map<std::string, torch::Tensor> CriticImpl::tensors() const {
  std::map<std::string, torch::Tensor> tensors;
  for (const auto& item : named_parameters()) tensors[item.key()] = item.value();
  return tensors;
}

}  // namespace skiagraph::networks
