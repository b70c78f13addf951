#include "core/inference/onednn/pixel_loops.h"

#include <algorithm>
#include <array>

#include "core/inference/onednn/thread_count_tuner.h"
#include "core/inference/onednn/vectorised.h"

namespace skiagraph::inference {
namespace {

/// Half of a pixel's channels.
using Lanes __attribute__((vector_size(64), aligned(4), may_alias)) = float;
constexpr int kLanes = 16;
/// With fewer pixels one thread is faster than several; and the pixels of one part of the work.
constexpr std::ptrdiff_t kWorthThreads = 8192, kGrain = 1024;

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

/// The outputs of a row lie `stride` apart.
SKIAGRAPH_VECTORISED void convolve_to_plane_row(const float* in, Shape shape, int row, const float* weights,
                                                float bias, int stride, float* out) {
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
    out[static_cast<std::ptrdiff_t>(column) * stride] = sum;
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
                                                int stride, float* out) {
  const std::ptrdiff_t in_stride = static_cast<std::ptrdiff_t>(shape.columns) * kPictureChannels;
  const bool inner_row = row > 0 && row + 1 < shape.rows;
  for (int column = 0; column < shape.columns; ++column) {
    int sum = 0;
    if (inner_row && column > 0 && column + 1 < shape.columns) {
      const std::uint8_t* middle =
          in + row * in_stride + static_cast<std::ptrdiff_t>(column - 1) * kPictureChannels;
      for (int y = -1; y <= 1; ++y)
        sum += dot(middle + y * in_stride, weights + (y + 1) * kThreePixels, kThreePixels);
    } else {
      const int left = column > 0 ? 1 : 0, right = column + 1 < shape.columns ? 1 : 0;
      for (int y = std::max(0, row - 1); y <= std::min(shape.rows - 1, row + 1); ++y)
        sum += dot(in + y * in_stride + static_cast<std::ptrdiff_t>(column - left) * kPictureChannels,
                   weights + ((y - row + 1) * 3 + 1 - left) * kPictureChannels,
                   (1 + left + right) * kPictureChannels);
    }
    out[static_cast<std::ptrdiff_t>(column) * stride] = bias + scale * static_cast<float>(sum);
  }
}

SKIAGRAPH_VECTORISED void activate_some(const float* in, std::ptrdiff_t count, float* out) {
  for (std::ptrdiff_t n = 0; n < count; ++n) out[n] = in[n] > 0 ? in[n] : 0;
}

SKIAGRAPH_VECTORISED void activate_sum_some(const float* a, const float* b, std::ptrdiff_t count,
                                            float* out) {
  for (std::ptrdiff_t n = 0; n < count; ++n) {
    const float sum = a[n] + b[n];
    out[n] = sum > 0 ? sum : 0;
  }
}

inline std::uint8_t quantized(float value, float inverse_scale, float limit) {
  const float rounded = value * inverse_scale + 0.5F;
  return static_cast<std::uint8_t>(
      static_cast<int>(rounded > 0 ? (rounded < limit ? rounded : limit) : 0.0F));
}

SKIAGRAPH_VECTORISED void activate_some(const float* in, std::ptrdiff_t pixels, const float* inverse_scales,
                                        float limit, std::uint8_t* out) {
  for (std::ptrdiff_t n = 0; n < pixels; ++n)
    for (int c = 0; c < kPictureChannels; ++c)
      out[n * kPictureChannels + c] = quantized(in[n * kPictureChannels + c], inverse_scales[c], limit);
}

SKIAGRAPH_VECTORISED void activate_sum_some(const float* a, const float* b, std::ptrdiff_t pixels,
                                            const float* inverse_scales, float limit, std::uint8_t* out) {
  for (std::ptrdiff_t n = 0; n < pixels; ++n)
    for (int c = 0; c < kPictureChannels; ++c)
      out[n * kPictureChannels + c] =
          quantized(a[n * kPictureChannels + c] + b[n * kPictureChannels + c], inverse_scales[c], limit);
}

SKIAGRAPH_VECTORISED void pool_row(const float* top, const float* bottom, int pixels, float* out) {
  for (int n = 0; n < pixels; ++n)
    for (int c = 0; c < kPictureChannels; ++c) {
      const int at = 2 * n * kPictureChannels + c;
      out[n * kPictureChannels + c] =
          0.25F * (top[at] + top[at + kPictureChannels] + bottom[at] + bottom[at + kPictureChannels]);
    }
}

SKIAGRAPH_VECTORISED void pool_row(const std::uint8_t* top, const std::uint8_t* bottom, int pixels,
                                   std::uint8_t* out) {
  for (int n = 0; n < pixels; ++n)
    for (int c = 0; c < kPictureChannels; ++c) {
      const int at = 2 * n * kPictureChannels + c;
      const int sum = top[at] + top[at + kPictureChannels] + bottom[at] + bottom[at + kPictureChannels];
      out[n * kPictureChannels + c] = static_cast<std::uint8_t>((sum + 2) >> 2);
    }
}

bool worth_threads(std::ptrdiff_t pixels) {
  return pixels > kWorthThreads && !single_threaded();
}

/// apply(begin, end) for parts of the pixels.
template <typename Apply>
void in_parts(std::ptrdiff_t pixels, const Apply& apply) {
  const std::ptrdiff_t parts = (pixels + kGrain - 1) / kGrain;
#pragma omp parallel for schedule(static) if (worth_threads(pixels))
  for (std::ptrdiff_t part = 0; part < parts; ++part)
    apply(part * kGrain, std::min(pixels, (part + 1) * kGrain));
}

/// apply(row) for rows of so many pixels.
template <typename Apply>
void by_rows(int begin, int end, int columns, const Apply& apply) {
  [[maybe_unused]] const bool several = worth_threads(static_cast<std::ptrdiff_t>(end - begin) * columns);
#pragma omp parallel for schedule(static) if (several)
  for (int row = begin; row < end; ++row) apply(row);
}

/// convolve(row, square, first output) for each row and each pixel of the squares that pixels become.
template <typename Convolve>
void by_rows_and_squares(Shape shape, int fold, float* out, const Convolve& convolve) {
  by_rows(0, shape.rows, shape.columns, [&](int row) {
    for (int down = 0; down < fold; ++down)
      for (int across = 0; across < fold; ++across)
        convolve(row, down * fold + across,
                 out + static_cast<std::ptrdiff_t>(row * fold + down) * shape.columns * fold + across);
  });
}

template <typename T>
void pool_region(const T* in, int in_columns, const PixelRegion& region, T* out) {
  const int pixels = region.column_end - region.column_begin;
  by_rows(region.row_begin, region.row_end, pixels, [&](int row) {
    const T* top =
        in + (static_cast<std::ptrdiff_t>(2) * row * in_columns + 2 * region.column_begin) * kPictureChannels;
    pool_row(
        top, top + static_cast<std::ptrdiff_t>(in_columns) * kPictureChannels, pixels,
        out + (static_cast<std::ptrdiff_t>(row) * (in_columns / 2) + region.column_begin) * kPictureChannels);
  });
}

}  // namespace

void convolve_planes(const float* planes, int channels, int rows, int columns, const float* weights,
                     const float* bias, float* out) {
  by_rows(0, rows, columns, [&](int row) {
    convolve_planes_row(planes, channels, {rows, columns}, row, weights, bias,
                        out + static_cast<std::ptrdiff_t>(row) * columns * kPictureChannels);
  });
}

void convolve_to_plane(const float* in, int rows, int columns, int fold, const float* weights,
                       const float* bias, float* out) {
  by_rows_and_squares({rows, columns}, fold, out, [&](int row, int n, float* first) {
    convolve_to_plane_row(in, {rows, columns}, row, weights + static_cast<std::ptrdiff_t>(n) * kKernel,
                          bias[n], fold, first);
  });
}

void convolve_to_plane(const std::uint8_t* in, int rows, int columns, int fold, const std::int16_t* weights,
                       const float* scales, const float* bias, float* out) {
  by_rows_and_squares({rows, columns}, fold, out, [&](int row, int n, float* first) {
    convolve_to_plane_row(in, {rows, columns}, row, weights + static_cast<std::ptrdiff_t>(n) * kKernel,
                          scales[n], bias[n], fold, first);
  });
}

void activate_pixels(const float* in, std::ptrdiff_t pixels, float* out) {
  in_parts(pixels, [&](std::ptrdiff_t begin, std::ptrdiff_t end) {
    activate_some(in + begin * kPictureChannels, (end - begin) * kPictureChannels,
                  out + begin * kPictureChannels);
  });
}

void activate_pixels(const float* in, std::ptrdiff_t pixels, const float* inverse_scales, int limit,
                     std::uint8_t* out) {
  in_parts(pixels, [&](std::ptrdiff_t begin, std::ptrdiff_t end) {
    activate_some(in + begin * kPictureChannels, end - begin, inverse_scales, static_cast<float>(limit),
                  out + begin * kPictureChannels);
  });
}

void activate_sum(const float* a, const float* b, std::ptrdiff_t pixels, float* out) {
  in_parts(pixels, [&](std::ptrdiff_t begin, std::ptrdiff_t end) {
    activate_sum_some(a + begin * kPictureChannels, b + begin * kPictureChannels,
                      (end - begin) * kPictureChannels, out + begin * kPictureChannels);
  });
}

void activate_sum(const float* a, const float* b, std::ptrdiff_t pixels, const float* inverse_scales,
                  int limit, std::uint8_t* out) {
  in_parts(pixels, [&](std::ptrdiff_t begin, std::ptrdiff_t end) {
    activate_sum_some(a + begin * kPictureChannels, b + begin * kPictureChannels, end - begin, inverse_scales,
                      static_cast<float>(limit), out + begin * kPictureChannels);
  });
}

void pool_pixels(const float* in, int in_columns, const PixelRegion& region, float* out) {
  pool_region(in, in_columns, region, out);
}
void pool_pixels(const std::uint8_t* in, int in_columns, const PixelRegion& region, std::uint8_t* out) {
  pool_region(in, in_columns, region, out);
}

void shrink_and_fold_plane(const float* in, int rows, int columns, int shrink, int fold, float* out) {
  const float share = 1.0F / static_cast<float>(shrink * shrink);
  const int folded_rows = rows / (shrink * fold), folded_columns = columns / (shrink * fold);
  const std::ptrdiff_t plane = static_cast<std::ptrdiff_t>(folded_rows) * folded_columns;
  for (int row = 0; row < folded_rows * fold; ++row)
    for (int column = 0; column < folded_columns * fold; ++column) {
      float sum = 0;
      for (int y = row * shrink; y < (row + 1) * shrink; ++y)
        for (int x = column * shrink; x < (column + 1) * shrink; ++x)
          sum += in[static_cast<std::ptrdiff_t>(y) * columns + x];
      out[(row % fold * fold + column % fold) * plane +
          static_cast<std::ptrdiff_t>(row / fold) * folded_columns + column / fold] = sum * share;
    }
}

}  // namespace skiagraph::inference
