#include "core/inference/folded_convolutions.h"

#include <cmath>
#include <string>

namespace skiagraph::inference {
namespace {

/// (x - mean) / sqrt(variance + epsilon) * weight + bias, as a factor of the weights and a bias.
void fold_norm(FoldedConvolution& convolution, const networks::UnetWeights& network,
               const std::string& norm) {
  const auto values = [&](const char* name) -> const std::vector<float>& {
    return network.at(norm + name).values;
  };
  const auto &weight = values(".weight"), &bias = values(".bias"), &mean = values(".running_mean"),
             &variance = values(".running_var");
  const std::size_t each = convolution.weights.size() / weight.size();
  for (std::size_t channel = 0; channel < weight.size(); ++channel) {
    const double factor = weight[channel] / std::sqrt(variance[channel] + networks::UnetShape::kNormEpsilon);
    for (std::size_t n = channel * each; n < (channel + 1) * each; ++n)
      convolution.weights[n] = static_cast<float>(convolution.weights[n] * factor);
    convolution.bias.push_back(static_cast<float>(bias[channel] - mean[channel] * factor));
  }
}

}  // namespace

FoldedConvolutions folded_convolutions(const networks::UnetWeights& network) {
  FoldedConvolutions convolutions;
  for (int n = 1; n <= networks::UnetShape::kConvolutions; ++n) {
    const std::string number = std::to_string(n);
    const tensors::FloatTensor& weight = network.at("convolution" + number + ".weight");
    FoldedConvolution convolution{
        static_cast<int>(weight.shape[1]), static_cast<int>(weight.shape[0]), weight.values, {}};
    if (n == networks::UnetShape::kConvolutions) {
      convolution.bias = network.at("convolution" + number + ".bias").values;
    } else {
      fold_norm(convolution, network, "norm" + number);
    }
    convolutions.push_back(std::move(convolution));
  }
  return convolutions;
}

}  // namespace skiagraph::inference
