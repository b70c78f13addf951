#pragma once

#include <cstddef>
#include <cstdint>

/// The operations of a compiled network that oneDNN does not do, or not as fast. Pictures are (rows, columns,
/// 32 channels), the channels of a pixel side by side; planes are (channels, rows, columns).
namespace skiagraph::inference {

/// Channels of every picture within a network.
inline constexpr int kPictureChannels = 32;

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
