#pragma once

#include <vector>

namespace skiagraph::inference {

/// Scales of the activations of an int8 network: activation = scale * integer. Activations are never
/// negative, so the zero point is 0.
struct QuantizationScales {
  /// For each convolution but the last, for each channel of its output.
  std::vector<std::vector<float>> of_convolution;
};

}  // namespace skiagraph::inference
