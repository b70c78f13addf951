#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace skiagraph {

class UnetImpl;
struct Networks;

/// A 3x3 convolution with its batch norm folded in.
struct FoldedConvolution {
  int in = 0, out = 0;
  std::vector<float> weights;  ///< (out, in, 3, 3)
  std::vector<float> bias;     ///< (out)
};

/// The convolutions of a U-Net in the order of their use, as plain numbers. The first of a block on the way
/// up takes the upsampled channels first, then the skip connection's.
using FoldedConvolutions = std::vector<FoldedConvolution>;

FoldedConvolutions folded_convolutions(const UnetImpl& network);

/// Names these very weights: 16 hexadecimal digits over names and values of all three networks (FNV-1a). It
/// tells other weights apart by accident, not by malice.
std::string weights_checksum(Networks& networks);

}  // namespace skiagraph
