#pragma once

#include <torch/types.h>

#include "core/networks/heat_map_shape.h"

namespace skiagraph::networks {

/// positions (N, M, 2), row and column in pixels -> (N, M, rows, columns) float32. Differentiable in the
/// positions.
torch::Tensor stamp_heat_maps(const torch::Tensor& positions, std::int64_t rows, std::int64_t columns);

struct DecodedHeatMaps {
  torch::Tensor positions;  ///< (N, M, 2) row and column in pixels; differentiable in the maps
  torch::Tensor sd;  ///< (N, M) pixels: standard deviation of the marker that the height of the peak implies
};

/// maps (N, M, H, W). The position is the result of mean shift with a Gaussian window that starts at the
/// maximum (Comaniciu and Meer, "Mean shift", PAMI 2002). It is exact to a part of a pixel for narrow maps,
/// is the mean of broad ones, and moves smoothly with the map. A map that is trained with the squared error
/// is the target Gaussian blurred by the marker's distribution, so a peak of height p means a variance of
/// sigma^2 (1/p - 1).
DecodedHeatMaps decode_heat_maps(const torch::Tensor& maps);

}  // namespace skiagraph::networks
