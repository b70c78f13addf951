#pragma once

#include <vector>

#include "core/inference/folded_convolutions.h"

namespace skiagraph::inference {

/// Weights of a convolution with the output channels last, as convolve_planes() reads them: (out, in, 3, 3)
/// -> (in, 3, 3, out).
inline std::vector<float> ihwo_weights(const FoldedConvolution& convolution) {
  constexpr int kKernelSize = 9;
  std::vector<float> weights(convolution.weights.size());
  for (int out = 0; out < convolution.out; ++out)
    for (int n = 0; n < convolution.in * kKernelSize; ++n)
      weights[static_cast<std::size_t>(n) * convolution.out + out] =
          convolution.weights[static_cast<std::size_t>(out) * convolution.in * kKernelSize + n];
  return weights;
}

/// Weights of a convolution with its input channels last, as convolve_to_plane() and convolve_to_squares()
/// read them: (out, in, 3, 3) -> (out, 3, 3, in).
inline std::vector<float> ohwi_weights(const FoldedConvolution& convolution) {
  constexpr int kKernelSize = 9;
  const int kernel = kKernelSize * convolution.in;
  std::vector<float> weights(convolution.weights.size());
  for (int out = 0; out < convolution.out; ++out)
    for (int channel = 0; channel < convolution.in; ++channel)
      for (int n = 0; n < kKernelSize; ++n)
        weights[static_cast<std::size_t>(out * kernel + n * convolution.in + channel)] =
            convolution.weights[static_cast<std::size_t>(out * kernel + channel * kKernelSize + n)];
  return weights;
}

}  // namespace skiagraph::inference
