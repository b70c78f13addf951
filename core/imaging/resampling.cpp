#include "core/imaging/resampling.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace skiagraph::imaging {
namespace {

double cubic(double distance) {
  const double x = std::abs(distance);
  if (x >= 2) return 0;
  return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
}

/// What each pixel of the screen takes from the image, along one axis.
struct Taps {
  int width = 0;               ///< image pixels for each pixel of the screen
  std::vector<int> first;      ///< of them
  std::vector<float> weights;  ///< width for each pixel of the screen; their sum is 1

  Taps(const SampleRow& row, int size) {
    const double scale = std::max(1.0, row.step), reach = 2 * scale;
    width = std::min(size, 2 * static_cast<int>(std::ceil(reach)));
    first.resize(static_cast<std::size_t>(row.count));
    weights.resize(first.size() * static_cast<std::size_t>(width));
    for (int n = 0; n < row.count; ++n) fill(n, row.first + n * row.step, scale, reach, size);
  }

 private:
  void fill(int n, double at, double scale, double reach, int size) {
    const int begin = static_cast<int>(std::ceil(at - reach)), end = static_cast<int>(std::floor(at + reach));
    const int start = std::clamp(begin, 0, size - width);
    first[static_cast<std::size_t>(n)] = start;
    float* own = weights.data() + static_cast<std::size_t>(n) * static_cast<std::size_t>(width);
    double sum = 0;
    for (int i = begin; i <= end; ++i) sum += cubic((i - at) / scale);
    for (int i = begin; i <= end; ++i) {
      const int inside = std::clamp(std::clamp(i, 0, size - 1), start, start + width - 1);
      own[inside - start] += static_cast<float>(cubic((i - at) / scale) / sum);
    }
  }
};

/// Every row of the image from `begin` to `end`, as wide as the screen.
std::vector<float> widened(const XrayImage& image, const Taps& columns, int begin, int end) {
  const std::size_t out_width = columns.first.size(), width = static_cast<std::size_t>(columns.width);
  std::vector<float> wide(static_cast<std::size_t>(end - begin) * out_width);
  float* to = wide.data();
  for (int row = begin; row < end; ++row) {
    const float* from =
        image.pixels.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(image.frame.columns);
    const float* weight = columns.weights.data();
    for (std::size_t x = 0; x < out_width; ++x, weight += width) {
      const float* pixel = from + columns.first[x];
      float sum = 0;
      for (std::size_t k = 0; k < width; ++k) sum += weight[k] * pixel[k];
      *to++ = sum;
    }
  }
  return wide;
}

}  // namespace

std::vector<float> resampled(const XrayImage& image, const SampleRow& rows, const SampleRow& columns) {
  if (rows.count <= 0 || columns.count <= 0) return {};
  const Taps down(rows, image.frame.rows), across(columns, image.frame.columns);
  const auto [least, most] = std::ranges::minmax(down.first);
  const std::vector<float> wide = widened(image, across, least, most + down.width);
  const auto out_width = static_cast<std::size_t>(columns.count);
  std::vector<float> screen(static_cast<std::size_t>(rows.count) * out_width);
  const float* weight = down.weights.data();
  for (int row = 0; row < rows.count; ++row) {
    float* to = screen.data() + static_cast<std::size_t>(row) * out_width;
    const float* from =
        wide.data() + static_cast<std::size_t>(down.first[static_cast<std::size_t>(row)] - least) * out_width;
    for (int k = 0; k < down.width; ++k, ++weight, from += out_width)
      for (std::size_t x = 0; x < out_width; ++x) to[x] += *weight * from[x];
  }
  return screen;
}

}  // namespace skiagraph::imaging
