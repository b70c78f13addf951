#include "core/inference/onednn/pixel_loops.h"

#include <algorithm>

#include "core/inference/onednn/by_rows.h"
#include "core/inference/onednn/vectorised.h"

namespace skiagraph::inference {
namespace {

/// The pixels of one part of the work.
constexpr std::ptrdiff_t kGrain = 1024;

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

/// apply(begin, end) for parts of the pixels.
template <typename Apply>
void in_parts(std::ptrdiff_t pixels, const Apply& apply) {
  const std::ptrdiff_t parts = (pixels + kGrain - 1) / kGrain;
#pragma omp parallel for schedule(static) if (worth_threads(pixels))
  for (std::ptrdiff_t part = 0; part < parts; ++part)
    apply(part * kGrain, std::min(pixels, (part + 1) * kGrain));
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
