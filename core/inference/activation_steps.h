#pragma once

#include <vector>

namespace skiagraph {

/// How int8 networks number what their convolutions give: for each convolution but the last, for each of its
/// channels, the value of one step. Activations are never negative, step 0 is 0.
struct ActivationSteps {
  std::vector<std::vector<float>> of_convolution;
};

}  // namespace skiagraph
