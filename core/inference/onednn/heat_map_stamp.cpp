#include "core/inference/onednn/heat_map_stamp.h"

#include <algorithm>
#include <cmath>

#include "core/inference/onednn/vectorised.h"
#include "core/networks/heat_map_shape.h"

namespace skiagraph::inference {
namespace {

constexpr int kWidth = kPictureChannels;

SKIAGRAPH_VECTORISED void add_scaled(float value, const float* weights, float* sums) {
  for (int c = 0; c < kWidth; ++c) sums[c] += value * weights[c];
}

}  // namespace

void add_stamp(const Pixel& marker, const PatchCentre& centre, const PictureSize& size, const float* weights,
               float* sums) {
  const auto row = static_cast<float>(marker.row), column = static_cast<float>(marker.column);
  const PixelRegion spot =
      patch_region(centre, static_cast<int>(networks::kHeatMapRadiusPx), size.rows, size.columns);
  for (int y = spot.row_begin; y < spot.row_end; ++y)
    for (int x = spot.column_begin; x < spot.column_end; ++x) {
      const float down = static_cast<float>(y) - row, across = static_cast<float>(x) - column;
      const float distance2 = down * down + across * across;
      if (!(distance2 <= static_cast<float>(networks::kHeatMapRadiusPx * networks::kHeatMapRadiusPx)))
        continue;
      const float value = std::exp(
          distance2 * static_cast<float>(-0.5 / (networks::kHeatMapSigmaPx * networks::kHeatMapSigmaPx)));
      for (int to_y = std::max(0, y - 1); to_y <= std::min(size.rows - 1, y + 1); ++to_y)
        for (int to_x = std::max(0, x - 1); to_x <= std::min(size.columns - 1, x + 1); ++to_x)
          add_scaled(value, weights + ((y - to_y + 1) * 3 + x - to_x + 1) * kWidth,
                     sums + (static_cast<std::ptrdiff_t>(to_y) * size.columns + to_x) * kWidth);
    }
}

}  // namespace skiagraph::inference
