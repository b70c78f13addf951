#pragma once

#include <cstdint>

/// The first and the last convolution of a compiled network, between planes (channels, rows, columns) and
/// pictures (rows, columns, 32 channels): faster than oneDNN's for so few channels.
namespace skiagraph::inference {

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

/// The same to four planes, which are unfolded: pixel by pixel they become 2 x 2 pixels of one plane
/// (2 rows, 2 columns). weights: (4, 3, 3, 32); scales, bias: (4).
void convolve_to_squares(const float* in, int rows, int columns, const float* weights, const float* bias,
                         float* out);
void convolve_to_squares(const std::uint8_t* in, int rows, int columns, const std::int16_t* weights,
                         const float* scales, const float* bias, float* out);

}  // namespace skiagraph::inference
