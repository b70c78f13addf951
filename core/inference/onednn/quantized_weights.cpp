#include "core/inference/onednn/quantized_weights.h"

#include <algorithm>
#include <cmath>

#include "core/inference/onednn/onednn_layer.h"
#include "core/inference/onednn/pixel_loops.h"
#include "core/inference/onednn/plane_convolutions.h"

namespace skiagraph::inference {

QuantizationScales for_this_processor(QuantizationScales scales) {
  const float coarser = static_cast<float>(UINT8_MAX) / static_cast<float>(activation_limit());
  for (auto& channels : scales.of_convolution)
    for (float& scale : channels) scale *= coarser;
  return scales;
}

std::vector<float> inverses(const std::vector<float>& scales) {
  std::vector<float> inverse;
  for (const float scale : scales) inverse.push_back(1 / scale);
  return inverse;
}

QuantizedWeights quantized_weights(std::vector<float> weights, const std::vector<float>& in_scales) {
  constexpr int kKernel = 9 * kPictureChannels;
  for (std::size_t n = 0; n < weights.size(); ++n) weights[n] *= in_scales[n % kPictureChannels];
  QuantizedWeights result;
  for (auto first = weights.begin(); first != weights.end(); first += kKernel) {
    float largest = 1e-20F;
    for (auto weight = first; weight != first + kKernel; ++weight)
      largest = std::max(largest, std::abs(*weight));
    result.scales.push_back(largest / kLargestWeight);
    for (auto weight = first; weight != first + kKernel; ++weight)
      result.integers.push_back(static_cast<std::int16_t>(std::lround(*weight / result.scales.back())));
  }
  return result;
}

}  // namespace skiagraph::inference
