#pragma once

#include <cstdint>
#include <vector>

#include "core/inference/quantization_scales.h"

namespace skiagraph::inference {

/// Scales as this processor needs them: coarser where its activations must stay below 255.
QuantizationScales for_this_processor(QuantizationScales scales);

std::vector<float> inverses(const std::vector<float>& scales);

/// Weights of a last convolution for convolve_to_plane() and convolve_to_squares() of quantized pixels.
struct QuantizedWeights {
  std::vector<std::int16_t> integers;  ///< (out, 3, 3, 32)
  std::vector<float> scales;           ///< (out), of the products with quantized pixels
};

/// weights: (out, 3, 3, 32), see ohwi_weights(); in_scales: (32) of the pixels.
QuantizedWeights quantized_weights(std::vector<float> weights, const std::vector<float>& in_scales);

}  // namespace skiagraph::inference
