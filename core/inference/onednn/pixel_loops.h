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

/// 3x3 convolution to one plane: the last of a network. weights: (3, 3, 32).
void convolve_to_plane(const float* in, int rows, int columns, const float* weights, float bias, float* out);
/// The same for quantized pixels and weights: `scale` is the product of both scales. |weights| is at most
/// kLargestWeight.
inline constexpr int kLargestWeight = 8191;
void convolve_to_plane(const std::uint8_t* in, int rows, int columns, const std::int16_t* weights,
                       float scale, float bias, float* out);

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

/// The mean of squares of `shrink` pixels of a plane.
void shrink_plane(const float* in, int rows, int columns, int shrink, float* out);

}  // namespace skiagraph::inference
