#pragma once

#include <cstddef>
#include <cstdint>

/// What lies between the convolutions of a compiled network. Pictures are (rows, columns, 32 channels), the
/// channels of a pixel side by side; planes are (channels, rows, columns).
namespace skiagraph::inference {

/// Channels of every picture within a network.
inline constexpr int kPictureChannels = 32;

/// 3x3 convolution of planes: the first of a network, whose few channels no library handles well.
/// taps: (channels, 3, 3, 32).
void convolve_planes(const float* planes, int channels, int rows, int columns, const float* taps,
                     const float* bias, float* out);

/// 3x3 convolution to one plane: the last of a network. taps: (3, 3, 32).
void convolve_to_plane(const float* in, int rows, int columns, const float* taps, float bias, float* out);
/// The same of steps, with whole-numbered taps whose unit times a step's is `unit`. |taps| at most
/// kLargestTap.
inline constexpr int kLargestTap = 8191;
void convolve_to_plane(const std::uint8_t* in, int rows, int columns, const std::int16_t* taps, float unit,
                       float bias, float* out);

/// ReLU, and for uint8 rounding to steps: steps_per_unit (32), nothing above `limit`.
void activate_pixels(const float* in, std::ptrdiff_t pixels, float* out);
void activate_pixels(const float* in, std::ptrdiff_t pixels, const float* steps_per_unit, int limit,
                     std::uint8_t* out);

/// The same of the sum of two pictures.
void activate_sum(const float* a, const float* b, std::ptrdiff_t pixels, float* out);
void activate_sum(const float* a, const float* b, std::ptrdiff_t pixels, const float* steps_per_unit,
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
