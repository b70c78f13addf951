#include "core/inference/marker_decoding.h"

#include <algorithm>
#include <cmath>

#include "core/inference/onednn/vectorised.h"
#include "core/networks/heat_map_shape.h"

namespace skiagraph::inference {
namespace {

constexpr int kSide = 2 * networks::kShiftWindowRadiusPx + 1;

struct Peak {
  Pixel place;
  float height;
};

Peak peak_of(std::span<const float> map, int columns) {
  std::size_t highest = 0;
  float height = std::max(map[0], 0.0F);
  for (std::size_t n = 1; n < map.size(); ++n)
    if (map[n] > height) {
      height = map[n];
      highest = n;
    }
  const auto at = static_cast<int>(highest);
  return {{static_cast<double>(at / columns), static_cast<double>(at % columns)}, height};
}

/// Along one axis: the part of the mean shift window that lies in the heat map, and its Gaussian weights.
struct Axis {
  int begin, end;
  std::array<float, kSide> weights;

  Axis(double centre, int size) : weights{} {
    const int near = static_cast<int>(std::nearbyint(std::clamp(centre, 0.0, size - 1.0)));
    begin = std::max(0, near - networks::kShiftWindowRadiusPx);
    end = std::min(size, near + networks::kShiftWindowRadiusPx + 1);
    for (int place = begin; place < end; ++place) {
      const double away = place - centre;
      weights[static_cast<std::size_t>(place - begin)] = static_cast<float>(
          std::exp(away * away * (-0.5 / (networks::kShiftWindowSigmaPx * networks::kShiftWindowSigmaPx))));
    }
  }
};

struct RowSums {
  float mass, moment;
};

/// Sum of the weighted values of a row of the window, and of their products with the column's offset.
SKIAGRAPH_VECTORISED RowSums sum_row(const float* values, const float* weights, int count) {
  RowSums sums{0, 0};
  for (int n = 0; n < count; ++n) {
    const float mass = (values[n] > 0 ? values[n] : 0) * weights[n];
    sums.mass += mass;
    sums.moment += mass * static_cast<float>(n);
  }
  return sums;
}

/// One iteration of mean shift, as shifted() in networks/heat_maps.cpp.
Pixel shifted(std::span<const float> map, int rows, int columns, Pixel centre) {
  const Axis down(centre.row, rows), across(centre.column, columns);
  double total = 0, row_moment = 0, column_moment = 0;
  for (int row = down.begin; row < down.end; ++row) {
    const RowSums sums = sum_row(map.data() + static_cast<std::ptrdiff_t>(row) * columns + across.begin,
                                 across.weights.data(), across.end - across.begin);
    const double weight = down.weights[static_cast<std::size_t>(row - down.begin)];
    total += weight * sums.mass;
    row_moment += weight * sums.mass * row;
    column_moment += weight * (sums.moment + static_cast<double>(across.begin) * sums.mass);
  }
  constexpr double kNothing = 1e-12;
  return total > kNothing ? Pixel{row_moment / total, column_moment / total} : centre;
}

}  // namespace

FoundMarkers decode_planes(std::span<const float> planes, int rows, int columns) {
  const std::size_t pixels = static_cast<std::size_t>(rows) * columns;
  FoundMarkers found{};
  for (std::size_t n = 0; n < found.positions.size(); ++n) {
    const auto map = planes.subspan(n * pixels, pixels);
    const Peak peak = peak_of(map, columns);
    Pixel place = peak.place;
    for (int iteration = 0; iteration < networks::kShifts; ++iteration)
      place = shifted(map, rows, columns, place);
    found.positions[n] = place;
    const double height = std::clamp(static_cast<double>(peak.height), networks::kLeastPeak, 1.0);
    found.sd_px[n] = std::sqrt(1 / height - 1) * networks::kHeatMapSigmaPx;
  }
  return found;
}

}  // namespace skiagraph::inference
