#include "core/applications/training_data/landmark_regressor.h"

#include <torch/nn/init.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "core/base/error.h"
#include "core/base/shuffled.h"
#include "core/networks/heat_maps.h"
#include "core/networks/marker_search.h"
#include "core/training/adam.h"

namespace skiagraph::applications {
namespace {

constexpr int kRatio = 2;  // of X-ray and heat map
constexpr std::array kDilations{1, 1, 2, 4, 8, 1};

torch::Tensor targets(const LandmarkPictures& people) {
  return networks::stamp_heat_maps(networks::places_in_smaller(people.landmarks, kRatio),
                                   people.xrays.size(2) / kRatio, people.xrays.size(3) / kRatio);
}

}  // namespace

LandmarkRegressorImpl::LandmarkRegressorImpl() {
  constexpr int kFilters = 16, kFirstKernel = 5, kKernel = 3;
  const int last = static_cast<int>(kDilations.size()) - 1;
  for (int n = 0; n <= last; ++n) {
    torch::nn::Conv2d convolution(torch::nn::Conv2dOptions(n == 0 ? 1 : kFilters, n == last ? 1 : kFilters,
                                                           n == 0 ? kFirstKernel : kKernel));
    torch::nn::init::kaiming_normal_(convolution->weight, 0, torch::kFanIn, torch::kReLU);
    torch::nn::init::zeros_(convolution->bias);
    convolutions_.push_back(register_module("convolution" + std::to_string(n + 1), convolution));
  }
  // The answer is near 0 at first, as most of a heat map is.
  torch::NoGradGuard no_grad;
  convolutions_.back()->weight.mul_(0.1);
}

torch::Tensor LandmarkRegressorImpl::forward(const torch::Tensor& xrays) {
  torch::Tensor x = xrays.to(torch::kBFloat16).contiguous(torch::MemoryFormat::ChannelsLast);
  for (std::size_t n = 0; n < convolutions_.size(); ++n) {
    if (n > 0) x = torch::relu(x);
    const torch::Tensor weight = convolutions_[n]->weight.to(torch::kBFloat16),
                        bias = convolutions_[n]->bias.to(torch::kBFloat16);
    x = torch::conv2d(x, weight, bias, n == 0 ? kRatio : 1, kDilations[n] * (weight.size(2) / 2),
                      kDilations[n]);
  }
  return x.to(torch::kFloat32);
}

LandmarkErrors landmark_errors(LandmarkRegressor& network, const LandmarkPictures& people) {
  torch::NoGradGuard no_grad;
  network->eval();
  const torch::Tensor maps = network->forward(people.xrays);
  const torch::Tensor found = networks::places_in_larger(networks::decode_heat_maps(maps).positions, kRatio);
  const torch::Tensor mm = (found - people.landmarks).norm(2, 2).squeeze(1) * people.mm_per_px;
  return {(maps - targets(people)).square().mean().item<double>(), mm.mean().item<double>() / 10};
}

void train_landmark_regressor(LandmarkRegressor& network, const LandmarkPictures& people, int epochs,
                              std::uint64_t seed, const std::function<void(int epoch)>& after,
                              const CancelToken* cancel) {
  constexpr std::int64_t kBatch = 32;
  constexpr double kLearningRate = 1e-3, kLossScale = 100;  // heat maps are nearly empty
  std::map<std::string, torch::Tensor> parameters;
  for (const auto& item : network->named_parameters()) parameters[item.key()] = item.value();
  training::Adam adam(parameters);
  const torch::Tensor all_targets = targets(people);
  const std::int64_t count = people.xrays.size(0);
  for (int epoch = 1; epoch <= epochs; ++epoch) {
    network->train();
    const torch::Tensor order =
        torch::tensor(shuffled(count, RandomStream(seed, static_cast<std::uint64_t>(epoch))), torch::kInt64);
    for (std::int64_t first = 0; first < count; first += kBatch) {
      if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
      const torch::Tensor who = order.slice(0, first, std::min(first + kBatch, count));
      const torch::Tensor maps = network->forward(people.xrays.index_select(0, who));
      adam.zero_gradients();
      ((maps - all_targets.index_select(0, who)).square().mean() * kLossScale).backward();
      adam.step(kLearningRate);
    }
    after(epoch);
  }
}

}  // namespace skiagraph::applications
