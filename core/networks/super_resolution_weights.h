#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/canonical_frame.h"
#include "core/tensors/float_tensors.h"

namespace skiagraph::networks {

/// The network that makes an X-ray of the loop twice as fine: 3x3 convolutions with ReLU between them, of
/// surface (2) and X-ray (1) in the loop's frame to four values (4) for each pixel. These are what the
/// pixel's square of 2 x 2 adds to it; their sum is zero, so that the mean of the square stays what the loop
/// found, and markers with it.
struct SuperResolutionShape {
  static constexpr int kFactor = 2, kSquare = kFactor * kFactor;
  static constexpr int kIn = 3, kFilters = 32, kConvolutions = 4;

  static constexpr int in_of(int convolution) { return convolution == 0 ? kIn : kFilters; }
  static constexpr int out_of(int convolution) {
    return convolution + 1 == kConvolutions ? kSquare : kFilters;
  }
};

/// Its weights without LibTorch: convolution1.weight (out, in, 3, 3), convolution1.bias (out) and so on.
struct SuperResolutionWeights {
  geometry::CanonicalFrame frame;  ///< of the pictures that it takes
  tensors::FloatTensors tensors;
  /// (kConvolutions - 1, kFilters): of each channel after each convolution but the last, after ReLU, as large
  /// as it becomes in people; what int8 needs. Empty where it was not measured.
  std::vector<float> largest_activations = {};
  std::map<std::string, std::string> metadata;
};

/// super_resolution.safetensors beside the networks.
std::filesystem::path super_resolution_path(const std::filesystem::path& models);

/// Nothing where there is no such file. Throws InputError when it is damaged, of another kind or shape, or
/// for pictures of another frame.
std::optional<SuperResolutionWeights> read_super_resolution(const std::filesystem::path& path,
                                                            const geometry::CanonicalFrame& frame);
/// Throws Error when it cannot be written.
void write_super_resolution(const std::filesystem::path& path, const SuperResolutionWeights& weights);

}  // namespace skiagraph::networks
