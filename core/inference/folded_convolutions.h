#pragma once

#include <vector>

#include "core/networks/network_weights.h"

namespace skiagraph::inference {

/// A 3x3 convolution with its batch norm folded in.
struct FoldedConvolution {
  int in = 0, out = 0;
  std::vector<float> weights;  ///< (out, in, 3, 3)
  std::vector<float> bias;     ///< (out)
};

/// The convolutions of a U-Net in the order of their use. The first one of a decoder block reads the
/// upsampled channels first, then those of the skip connection.
using FoldedConvolutions = std::vector<FoldedConvolution>;

/// Uses the running statistics of batch norm, as in evaluation.
FoldedConvolutions folded_convolutions(const networks::UnetWeights& network);

}  // namespace skiagraph::inference
