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

/// The convolutions of a U-Net in the order of their use. The first of a block on the way up takes the
/// upsampled channels first, then the skip connection's.
using FoldedConvolutions = std::vector<FoldedConvolution>;

/// Batch norm as in evaluation: by running statistics.
FoldedConvolutions folded_convolutions(const networks::UnetWeights& network);

}  // namespace skiagraph::inference
