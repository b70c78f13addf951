#include "core/networks/super_resolution.h"

#include <torch/nn/init.h>

namespace skiagraph::networks {
namespace {

using torch::Tensor;
using Shape = SuperResolutionShape;

torch::nn::Conv2d make_convolution(int n) {
  torch::nn::Conv2d convolution(torch::nn::Conv2dOptions(Shape::in_of(n), Shape::out_of(n), 3).padding(1));
  torch::nn::init::kaiming_normal_(convolution->weight, 0, torch::kFanIn, torch::kReLU);
  torch::nn::init::zeros_(convolution->bias);
  if (n + 1 == Shape::kConvolutions) {
    // At first nearly nothing is added.
    torch::NoGradGuard no_grad;
    convolution->weight.mul_(0.02);
  }
  return convolution;
}

}  // namespace

SuperResolutionImpl::SuperResolutionImpl() {
  for (int n = 0; n < Shape::kConvolutions; ++n)
    convolutions_.push_back(register_module("convolution" + std::to_string(n + 1), make_convolution(n)));
}

template <class After>
Tensor SuperResolutionImpl::convolve(const Tensor& surface, const Tensor& xray, const After& after) {
  Tensor x = torch::cat({surface, xray}, 1).contiguous(torch::MemoryFormat::ChannelsLast);
  for (const auto& convolution : convolutions_) {
    if (&convolution != &convolutions_.front()) after(x = torch::relu(x));
    x = torch::conv2d(x, convolution->weight.to(x.scalar_type()), convolution->bias.to(x.scalar_type()), 1,
                      1);
  }
  return x;
}

Tensor SuperResolutionImpl::largest_activations(const Tensor& surface, const Tensor& xray) {
  std::vector<Tensor> largest;
  convolve(surface, xray, [&](const Tensor& values) { largest.push_back(values.amax({2, 3})); });
  return torch::stack(largest, 1);
}

Tensor SuperResolutionImpl::forward(const Tensor& surface, const Tensor& xray) {
  const Tensor x = convolve(surface, xray, [](const Tensor&) {});
  const Tensor body = (surface.slice(1, 1, 2) > 0).to(x.scalar_type());
  return torch::pixel_shuffle((x - x.mean(1, true)) * body, Shape::kFactor);
}

std::map<std::string, Tensor> SuperResolutionImpl::tensors() const {
  std::map<std::string, Tensor> tensors;
  for (const auto& item : named_parameters()) tensors[item.key()] = item.value();
  return tensors;
}

Tensor detail_of(const Tensor& fine) {
  return fine -
         with_detail(torch::avg_pool2d(fine, {Shape::kFactor, Shape::kFactor}), torch::zeros({1}).to(fine));
}

Tensor with_detail(const Tensor& means, const Tensor& detail) {
  return torch::upsample_nearest2d(means, {means.size(2) * Shape::kFactor, means.size(3) * Shape::kFactor}) +
         detail;
}

SuperResolution make_super_resolution(std::uint64_t seed) {
  torch::manual_seed(seed);
  return {};
}

SuperResolution super_resolution_with(const SuperResolutionWeights& weights) {
  SuperResolution network;
  torch::NoGradGuard no_grad;
  for (const auto& [name, tensor] : network->tensors()) {
    const tensors::FloatTensor& from = weights.tensors.at(name);
    Tensor(tensor).copy_(torch::tensor(at::ArrayRef<float>(from.values)).reshape(from.shape));
  }
  network->eval();
  return network;
}

SuperResolutionWeights weights_of(const SuperResolution& network, const geometry::CanonicalFrame& frame) {
  SuperResolutionWeights weights{frame, {}, {}, {}};
  for (const auto& [name, tensor] : network->tensors()) {
    const Tensor here = tensor.detach().to(torch::kCPU).contiguous(torch::MemoryFormat::Contiguous);
    const float* first = here.data_ptr<float>();
    weights.tensors[name] = {here.sizes().vec(), {first, first + here.numel()}};
  }
  return weights;
}

}  // namespace skiagraph::networks
