#include "core/networks/unet.h"

#include <torch/autograd.h>
#include <torch/nn/init.h>

#include <memory>
#include <string>

namespace skiagraph::networks {
namespace {

using torch::Tensor;

/// Mean pooling: in channels-last on a CPU it is several times as fast as maximum pooling.
Tensor pooled(const Tensor& x) {
  return torch::avg_pool2d(x, {2, 2});
}

/// Nearest upsampling. Its gradient, the sum over 2x2 squares, is computed with mean pooling, which is much
/// faster on a CPU than LibTorch's own gradient.
struct Upsampling : torch::autograd::Function<Upsampling> {
  static Tensor forward(torch::autograd::AutogradContext*, const Tensor& x) {
    return torch::upsample_nearest2d(x, {x.size(2) * 2, x.size(3) * 2});
  }
  static torch::autograd::variable_list backward(torch::autograd::AutogradContext*,
                                                 const torch::autograd::variable_list& gradients) {
    return {torch::avg_pool2d(gradients[0], {2, 2}) * 4};
  }
};

torch::nn::Conv2d make_convolution(std::int64_t in, std::int64_t out, bool bias) {
  torch::nn::Conv2d convolution(torch::nn::Conv2dOptions(in, out, 3).padding(1).bias(bias));
  torch::nn::init::kaiming_normal_(convolution->weight, 0, torch::kFanIn, torch::kReLU);
  if (bias) {
    // The output is near 0 at first, as most pixels of X-rays and heat maps are.
    torch::NoGradGuard no_grad;
    convolution->weight.mul_(0.02);
    torch::nn::init::zeros_(convolution->bias);
  }
  return convolution;
}

}  // namespace

UnetImpl::UnetImpl(int in_channels, int out_channels) : shape_{in_channels, out_channels} {
  for (int n = 0; n < UnetShape::kConvolutions; ++n) {
    const bool last = n + 1 == UnetShape::kConvolutions;
    convolutions_.push_back(register_module("convolution" + std::to_string(n + 1),
                                            make_convolution(shape_.in_of(n), shape_.out_of(n), last)));
    if (!last)
      norms_.push_back(
          register_module("norm" + std::to_string(n + 1),
                          torch::nn::BatchNorm2d(torch::nn::BatchNorm2dOptions(UnetShape::kFilters)
                                                     .eps(UnetShape::kNormEpsilon)
                                                     .momentum(0.05))));
  }
}

UnetImpl::UnetImpl(const UnetImpl& other, bool) : shape_(other.shape_) {
  torch::NoGradGuard no_grad;
  for (int n = 0; n < UnetShape::kConvolutions; ++n) {
    const auto& source = other.convolutions_[n];
    auto convolution = make_convolution(source->weight.size(1), source->weight.size(0), true);
    Tensor weight = source->weight, bias = source->bias;
    if (n + 1 < UnetShape::kConvolutions) {
      const auto& norm = other.norms_[n];
      const auto factor = norm->weight * (norm->running_var + norm->options.eps()).rsqrt();
      weight = weight * factor.reshape({-1, 1, 1, 1});
      bias = norm->bias - norm->running_mean * factor;
    }
    convolution->weight.set_data(weight.detach().contiguous(torch::MemoryFormat::ChannelsLast));
    convolution->bias.set_data(bias.detach().clone());
    convolutions_.push_back(register_module("convolution" + std::to_string(n + 1), convolution));
  }
  eval();
}

std::shared_ptr<UnetImpl> UnetImpl::folded() const {
  return std::shared_ptr<UnetImpl>(new UnetImpl(*this, true));
}

Tensor UnetImpl::convolve(int index, const Tensor& x, const Tensor& skip) {
  const auto& convolution = convolutions_[index];
  const auto weight = convolution->weight.to(x.scalar_type());
  const auto bias = convolution->bias.defined() ? convolution->bias.to(x.scalar_type()) : Tensor();
  if (!skip.defined()) return torch::conv2d(x, weight, bias, 1, 1);
  // The convolution of concatenated channels is the sum of two convolutions: this saves the concatenated
  // copy.
  const auto own = torch::conv2d(x, weight.slice(1, 0, UnetShape::kFilters), bias, 1, 1);
  return own + torch::conv2d(skip, weight.slice(1, UnetShape::kFilters), {}, 1, 1);
}

Tensor UnetImpl::block(int index, Tensor x, const Tensor& skip) {
  for (int n = index * UnetShape::kConvolutionsPerBlock; n < (index + 1) * UnetShape::kConvolutionsPerBlock;
       ++n) {
    x = convolve(n, x, n == index * UnetShape::kConvolutionsPerBlock ? skip : Tensor());
    if (n + 1 == UnetShape::kConvolutions) break;
    if (!norms_.empty()) x = norms_[n]->forward(x);
    x = torch::relu_(x);
  }
  return x;
}

Tensor UnetImpl::forward(const Tensor& input) {
  auto x = input.contiguous(torch::MemoryFormat::ChannelsLast);
  std::vector<Tensor> skips;
  for (int level = 0; level < UnetShape::kPoolings; ++level) {
    skips.push_back(block(level, level == 0 ? x : pooled(skips.back())));
  }
  x = block(UnetShape::kPoolings, pooled(skips.back()));
  for (int level = UnetShape::kPoolings - 1; level >= 0; --level)
    x = block(UnetShape::kBlocks - 1 - level, Upsampling::apply(x), skips[level]);
  return x;
}

}  // namespace skiagraph::networks
