#pragma once

namespace skiagraph::networks {

/// The architecture of all networks (Teixeira et al., CVPR 2018, after Ronneberger et al., U-Net, 2015): 9
/// blocks of three 3x3 convolutions, 32 filters each, batch norm and ReLU; five blocks and four poolings in
/// the encoder, four blocks and four nearest upsamplings in the decoder; skip connections by concatenation;
/// the 27th convolution is the output.
struct UnetShape {
  static constexpr int kFilters = 32, kPoolings = 4, kBlocks = 9, kConvolutionsPerBlock = 3;
  static constexpr int kConvolutions = kBlocks * kConvolutionsPerBlock;
  /// Rows and columns must be multiples of this.
  static constexpr int kSizeMultiple = 1 << kPoolings;
  /// What batch norm adds to a variance.
  static constexpr double kNormEpsilon = 1e-5;

  int in_channels, out_channels;

  /// Whether a convolution, counted from 0, reads a skip connection besides the upsampled channels.
  static constexpr bool takes_skip(int convolution) {
    return convolution / kConvolutionsPerBlock > kPoolings && convolution % kConvolutionsPerBlock == 0;
  }
  [[nodiscard]] constexpr int in_of(int convolution) const {
    return convolution == 0 ? in_channels : takes_skip(convolution) ? 2 * kFilters : kFilters;
  }
  [[nodiscard]] constexpr int out_of(int convolution) const {
    return convolution + 1 == kConvolutions ? out_channels : kFilters;
  }
};

}  // namespace skiagraph::networks
