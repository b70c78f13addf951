#pragma once

#include <vector>

#include "core/inference/folded_convolutions.h"

namespace skiagraph::inference {

/// Weights of a first convolution as pixel_loops wants them: (32, in, 3, 3) -> (in, 3, 3, 32).
inline std::vector<float> first_taps(const FoldedConvolution& convolution) {
  constexpr int kTaps = 9;
  std::vector<float> taps(convolution.weights.size());
  for (int out = 0; out < convolution.out; ++out)
    for (int n = 0; n < convolution.in * kTaps; ++n)
      taps[static_cast<std::size_t>(n) * convolution.out + out] =
          convolution.weights[static_cast<std::size_t>(out) * convolution.in * kTaps + n];
  return taps;
}

}  // namespace skiagraph::inference
