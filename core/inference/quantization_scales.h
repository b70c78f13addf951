#pragma once

#include <vector>

namespace skiagraph::inference {

/// How int8 networks number what their convolutions give: for each convolution but the last, for each of its
/// channels, the value of one step. Activations are never negative, step 0 is 0.
struct QuantizationScales {
  std::vector<std::vector<float>> of_convolution;
};

}  // namespace skiagraph::inference
