#include "core/networks/heat_maps.h"

#include <torch/types.h>

namespace skiagraph::networks {
namespace {

using torch::Tensor;

/// 1-D offsets of a window.
Tensor window_offsets(const Tensor& like) {
  return torch::arange(-kShiftWindowRadiusPx, kShiftWindowRadiusPx + 1, like.options().dtype(torch::kInt64));
}

/// One iteration of mean shift: the centroid of the map under a Gaussian window at `centre` (N, M, 2).
Tensor shifted(const Tensor& weights, const Tensor& centre) {
  const auto rows = weights.size(2), columns = weights.size(3);
  const auto near = centre.detach().round().to(torch::kInt64);
  const auto offsets = window_offsets(weights);
  const auto row = near.select(2, 0).unsqueeze(2) + offsets,
             column = near.select(2, 1).unsqueeze(2) + offsets;  // (N, M, K)
  const auto inside = (row >= 0)
                          .logical_and(row < rows)
                          .unsqueeze(3)
                          .logical_and((column >= 0).logical_and(column < columns).unsqueeze(2));
  const auto index =
      row.clamp(0, rows - 1).unsqueeze(3) * columns + column.clamp(0, columns - 1).unsqueeze(2);
  const auto values = weights.flatten(2).gather(2, index.flatten(2)).reshape(index.sizes()) * inside;
  const auto kernel = [&](const Tensor& place, int axis) {
    return torch::exp((place - centre.select(2, axis).unsqueeze(2)).square() *
                      (-0.5 / (kShiftWindowSigmaPx * kShiftWindowSigmaPx)));
  };
  const auto mass = values * kernel(row, 0).unsqueeze(3) * kernel(column, 1).unsqueeze(2);
  const auto total = mass.sum({2, 3});
  const auto found = torch::stack({(mass.sum(3) * row).sum(2), (mass.sum(2) * column).sum(2)}, 2) /
                     total.clamp_min(1e-12).unsqueeze(2);
  return torch::where((total > 1e-12).unsqueeze(2), found, centre);
}

}  // namespace

Tensor stamp_heat_maps(const Tensor& positions, std::int64_t rows, std::int64_t columns) {
  const auto squared = [&](int axis, std::int64_t size) {
    return (torch::arange(size, positions.options()) - positions.select(2, axis).unsqueeze(2)).square();
  };
  const auto distance2 = squared(0, rows).unsqueeze(3) + squared(1, columns).unsqueeze(2);
  const auto gaussian = torch::exp(distance2 * (-0.5 / (kHeatMapSigmaPx * kHeatMapSigmaPx)));
  return gaussian * (distance2 <= kHeatMapRadiusPx * kHeatMapRadiusPx);
}

DecodedHeatMaps decode_heat_maps(const Tensor& maps) {
  const auto weights = torch::relu(maps.to(torch::kFloat32)).contiguous();
  const auto [peak, place] = weights.detach().flatten(2).max(2);
  const auto columns = weights.size(3);
  auto centre = torch::stack({place.div(columns, "floor"), place.remainder(columns)}, 2).to(torch::kFloat32);
  {
    torch::NoGradGuard no_grad;
    for (int step = 1; step < kShifts; ++step) centre = shifted(weights, centre);
  }
  return {shifted(weights, centre), (1 / peak.clamp(kLeastPeak, 1) - 1).sqrt() * kHeatMapSigmaPx};
}

}  // namespace skiagraph::networks
