#pragma once

#include <cstddef>
#include <cstdint>

/// The operations of a compiled network that oneDNN does not do, or not as fast. Pictures are (rows, columns,
/// 32 channels), the channels of a pixel side by side; planes are (channels, rows, columns).
namespace skiagraph::inference {

/// Channels of every picture within a network.
inline constexpr int kPictureChannels = 32;

/// 3x3 convolution of planes, the first of a network: faster than oneDNN's for so few channels. weights:
/// (channels, 3, 3, 32), see ihwo_weights().
void convolve_planes(const float* planes, int channels, int rows, int columns, const float* weights,
                     const float* bias, float* out);

/// 3x3 convolution to one plane: the last of a network. Each pixel becomes a square of fold x fold pixels of
/// the plane. weights: (fold, fold, 3, 3, 32); bias: (fold, fold).
void convolve_to_plane(const float* in, int rows, int columns, int fold, const float* weights,
                       const float* bias, float* out);
/// The same for quantized pixels and weights. scales: (fold, fold), the products of both scales. |weights| is
/// at most kLargestWeight.
inline constexpr int kLargestWeight = 8191;
void convolve_to_plane(const std::uint8_t* in, int rows, int columns, int fold, const std::int16_t* weights,
                       const float* scales, const float* bias, float* out);

/// ReLU. For uint8 it also quantizes: value * inverse_scale of the channel, rounded, at most `limit`.
/// inverse_scales: (32).
void activate_pixels(const float* in, std::ptrdiff_t pixels, float* out);
void activate_pixels(const float* in, std::ptrdiff_t pixels, const float* inverse_scales, int limit,
                     std::uint8_t* out);

/// The same of the sum of two pictures.
void activate_sum(const float* a, const float* b, std::ptrdiff_t pixels, float* out);
void activate_sum(const float* a, const float* b, std::ptrdiff_t pixels, const float* inverse_scales,
                  int limit, std::uint8_t* out);

/// The mean of each square of four pixels, for the given rows and columns of the smaller picture.
struct PixelRegion {
  int row_begin = 0, row_end = 0, column_begin = 0, column_end = 0;
};
void pool_pixels(const float* in, int in_columns, const PixelRegion& region, float* out);
void pool_pixels(const std::uint8_t* in, int in_columns, const PixelRegion& region, std::uint8_t* out);

/// The mean of squares of `shrink` pixels of a plane, folded: each square of fold x fold of the means becomes
/// a pixel of as many planes (fold, fold, rows / (shrink fold), columns / (shrink fold)).
void shrink_and_fold_plane(const float* in, int rows, int columns, int shrink, int fold, float* out);

}  // namespace skiagraph::inference
