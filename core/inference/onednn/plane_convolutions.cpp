#include "core/inference/onednn/plane_convolutions.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "core/inference/onednn/by_rows.h"
#include "core/inference/onednn/pixel_loops.h"
#include "core/inference/onednn/vectorised.h"

namespace skiagraph::inference {
namespace {

/// Half of a pixel's channels.
using Lanes __attribute__((vector_size(64), aligned(4), may_alias)) = float;
constexpr int kLanes = 16;

const Lanes& lanes(const float* at) {
  return *reinterpret_cast<const Lanes*>(at);
}
Lanes& lanes(float* at) {
  return *reinterpret_cast<Lanes*>(at);
}

struct Shape {
  int rows, columns;
};

SKIAGRAPH_VECTORISED void convolve_planes_row(const float* planes, int channels, Shape shape, int row,
                                              const float* weights, const float* bias, float* out) {
  const std::ptrdiff_t plane = static_cast<std::ptrdiff_t>(shape.rows) * shape.columns;
  for (int column = 0; column < shape.columns; ++column) {
    Lanes low = lanes(bias), high = lanes(bias + kLanes);
    for (int channel = 0; channel < channels; ++channel)
      for (int y = std::max(0, row - 1); y <= std::min(shape.rows - 1, row + 1); ++y)
        for (int x = std::max(0, column - 1); x <= std::min(shape.columns - 1, column + 1); ++x) {
          const float value = planes[channel * plane + static_cast<std::ptrdiff_t>(y) * shape.columns + x];
          const float* weight =
              weights + ((channel * 3 + y - row + 1) * 3 + x - column + 1) * kPictureChannels;
          low += value * lanes(weight);
          high += value * lanes(weight + kLanes);
        }
    lanes(out + static_cast<std::ptrdiff_t>(column) * kPictureChannels) = low;
    lanes(out + static_cast<std::ptrdiff_t>(column) * kPictureChannels + kLanes) = high;
  }
}

SKIAGRAPH_VECTORISED void convolve_to_plane_row(const float* in, Shape shape, int row, const float* weights,
                                                float bias, float* out) {
  for (int column = 0; column < shape.columns; ++column) {
    Lanes low = {}, high = {};
    for (int y = std::max(0, row - 1); y <= std::min(shape.rows - 1, row + 1); ++y)
      for (int x = std::max(0, column - 1); x <= std::min(shape.columns - 1, column + 1); ++x) {
        const float* pixel = in + (static_cast<std::ptrdiff_t>(y) * shape.columns + x) * kPictureChannels;
        const float* weight = weights + ((y - row + 1) * 3 + x - column + 1) * kPictureChannels;
        low += lanes(pixel) * lanes(weight);
        high += lanes(pixel + kLanes) * lanes(weight + kLanes);
      }
    low += high;
    float sum = bias;
    for (int n = 0; n < kLanes; ++n) sum += low[n];
    out[column] = sum;
  }
}

constexpr int kThreePixels = 3 * kPictureChannels, kKernel = 3 * kThreePixels;

/// Multiplies in 16 bits: processors have an instruction that adds such products in pairs.
inline int dot(const std::uint8_t* in, const std::int16_t* weights, int count) {
  int sum = 0;
  for (int n = 0; n < count; ++n) {
    const std::int16_t value = in[n];
    sum += value * weights[n];
  }
  return sum;
}

/// The channels of three neighbours in a row lie side by side in memory, and so do their weights.
SKIAGRAPH_VECTORISED void convolve_to_plane_row(const std::uint8_t* in, Shape shape, int row,
                                                const std::int16_t* weights, float scale, float bias,
                                                float* out) {
  const std::ptrdiff_t stride = static_cast<std::ptrdiff_t>(shape.columns) * kPictureChannels;
  const bool inner_row = row > 0 && row + 1 < shape.rows;
  for (int column = 0; column < shape.columns; ++column) {
    int sum = 0;
    if (inner_row && column > 0 && column + 1 < shape.columns) {
      const std::uint8_t* middle =
          in + row * stride + static_cast<std::ptrdiff_t>(column - 1) * kPictureChannels;
      for (int y = -1; y <= 1; ++y)
        sum += dot(middle + y * stride, weights + (y + 1) * kThreePixels, kThreePixels);
    } else {
      const int left = column > 0 ? 1 : 0, right = column + 1 < shape.columns ? 1 : 0;
      for (int y = std::max(0, row - 1); y <= std::min(shape.rows - 1, row + 1); ++y)
        sum += dot(in + y * stride + static_cast<std::ptrdiff_t>(column - left) * kPictureChannels,
                   weights + ((y - row + 1) * 3 + 1 - left) * kPictureChannels,
                   (1 + left + right) * kPictureChannels);
    }
    out[column] = bias + scale * static_cast<float>(sum);
  }
}

/// Outputs for the pixels of a square, which a folded picture has in place of one.
constexpr int kFold = 2, kSquare = kFold * kFold;

/// Writes a square at its place: `out` is the first pixel of the upper of two rows.
inline void put_square(const float* values, int column, int columns, float* out) {
  for (int n = 0; n < kSquare; ++n)
    out[static_cast<std::ptrdiff_t>(n / kFold) * columns * kFold + column * kFold + n % kFold] = values[n];
}

/// Computes the four at once, so that each channel is loaded once. weights: (4, 3, 3, 32).
SKIAGRAPH_VECTORISED void convolve_to_squares_row(const float* in, Shape shape, int row, const float* weights,
                                                  const float* bias, float* out) {
  for (int column = 0; column < shape.columns; ++column) {
    Lanes sums[kSquare] = {};
    for (int y = std::max(0, row - 1); y <= std::min(shape.rows - 1, row + 1); ++y)
      for (int x = std::max(0, column - 1); x <= std::min(shape.columns - 1, column + 1); ++x) {
        const float* pixel = in + (static_cast<std::ptrdiff_t>(y) * shape.columns + x) * kPictureChannels;
        const float* weight = weights + ((y - row + 1) * 3 + x - column + 1) * kPictureChannels;
        for (int n = 0; n < kSquare; ++n)
          sums[n] += lanes(pixel) * lanes(weight + n * kKernel) +
                     lanes(pixel + kLanes) * lanes(weight + n * kKernel + kLanes);
      }
    float square[kSquare];
    for (int n = 0; n < kSquare; ++n) {
      float parts[kLanes];
      lanes(parts) = sums[n];
      for (int half = kLanes / 2; half > 0; half /= 2)
        for (int k = 0; k < half; ++k) parts[k] += parts[k + half];
      square[n] = bias[n] + parts[0];
    }
    put_square(square, column, shape.columns, out);
  }
}

/// The same for quantized pixels. The neighbours are put side by side first; outside the picture they are 0.
SKIAGRAPH_VECTORISED void convolve_to_squares_row(const std::uint8_t* in, Shape shape, int row,
                                                  const std::int16_t* weights, const float* scales,
                                                  const float* bias, float* out) {
  std::uint8_t window[kKernel] = {};
  for (int column = 0; column < shape.columns; ++column) {
    const int left = column > 0 ? 1 : 0, right = column + 1 < shape.columns ? 1 : 0;
    if (right == 0)
      for (int y = 0; y < 3; ++y)
        std::memset(window + y * kThreePixels + 2 * kPictureChannels, 0, kPictureChannels);
    for (int y = std::max(0, row - 1); y <= std::min(shape.rows - 1, row + 1); ++y)
      std::memcpy(window + (y - row + 1) * kThreePixels + (1 - left) * kPictureChannels,
                  in + (static_cast<std::ptrdiff_t>(y) * shape.columns + column - left) * kPictureChannels,
                  static_cast<std::size_t>((1 + left + right) * kPictureChannels));
    int sums[kSquare] = {};
    for (int n = 0; n < kKernel; ++n) {
      const std::int16_t value = window[n];
      sums[0] += value * weights[n];
      sums[1] += value * weights[n + kKernel];
      sums[2] += value * weights[n + 2 * kKernel];
      sums[3] += value * weights[n + 3 * kKernel];
    }
    float square[kSquare];
    for (int n = 0; n < kSquare; ++n) square[n] = bias[n] + scales[n] * static_cast<float>(sums[n]);
    put_square(square, column, shape.columns, out);
  }
}

}  // namespace

void convolve_planes(const float* planes, int channels, int rows, int columns, const float* weights,
                     const float* bias, float* out) {
  by_rows(0, rows, columns, [&](int row) {
    convolve_planes_row(planes, channels, {rows, columns}, row, weights, bias,
                        out + static_cast<std::ptrdiff_t>(row) * columns * kPictureChannels);
  });
}

void convolve_to_plane(const float* in, int rows, int columns, const float* weights, float bias, float* out) {
  by_rows(0, rows, columns, [&](int row) {
    convolve_to_plane_row(in, {rows, columns}, row, weights, bias,
                          out + static_cast<std::ptrdiff_t>(row) * columns);
  });
}

void convolve_to_plane(const std::uint8_t* in, int rows, int columns, const std::int16_t* weights,
                       float scale, float bias, float* out) {
  by_rows(0, rows, columns, [&](int row) {
    convolve_to_plane_row(in, {rows, columns}, row, weights, scale, bias,
                          out + static_cast<std::ptrdiff_t>(row) * columns);
  });
}

void convolve_to_squares(const float* in, int rows, int columns, const float* weights, const float* bias,
                         float* out) {
  by_rows(0, rows, columns, [&](int row) {
    convolve_to_squares_row(in, {rows, columns}, row, weights, bias,
                            out + static_cast<std::ptrdiff_t>(row) * columns * kSquare);
  });
}

void convolve_to_squares(const std::uint8_t* in, int rows, int columns, const std::int16_t* weights,
                         const float* scales, const float* bias, float* out) {
  by_rows(0, rows, columns, [&](int row) {
    convolve_to_squares_row(in, {rows, columns}, row, weights, scales, bias,
                            out + static_cast<std::ptrdiff_t>(row) * columns * kSquare);
  });
}

}  // namespace skiagraph::inference
