#include "core/training/augmentation.h"

#include <torch/torch.h>

#include <cmath>
#include <numbers>

namespace skiagraph {

void jitter(Batch& batch, RandomStream& random) {
  constexpr double kShift = 0.015, kScale = 0.02, kTurn = 1.2 * std::numbers::pi / 180;  // shift: of the rows
  namespace F = torch::nn::functional;
  const std::int64_t n = batch.surface.size(0), rows = batch.surface.size(2), columns = batch.surface.size(3);
  auto theta = torch::empty({n, 2, 3});
  auto forward = torch::empty({n, 2, 2}), shift = torch::empty({n, 2}), scale = torch::empty({n, 1, 1, 1});
  const double half_rows = rows / 2.0, half_columns = columns / 2.0;
  for (std::int64_t i = 0; i < n; ++i) {
    const double s = std::exp(random.normal(0, kScale)), a = random.normal(0, kTurn);
    const double down = random.normal(0, kShift) * rows, right = random.normal(0, kShift) * rows;
    const double c = std::cos(a), z = std::sin(a);
    // A pixel (row, column) about the middle goes to s R (row, column) + shift; sampling needs the inverse,
    // in the unit of grid_sample (x right, y down, half a picture).
    forward[i] = torch::tensor({{s * c, -s * z}, {s * z, s * c}});
    shift[i] = torch::tensor({down, right});
    scale[i].fill_(s);
    const double x0 = -(c * right + -z * down) / s / half_columns,
                 y0 = -(z * right + c * down) / s / half_rows;
    theta[i] = torch::tensor(
        {{c / s, -z / s * half_rows / half_columns, x0}, {z / s * half_columns / half_rows, c / s, y0}});
  }
  const auto grid = F::affine_grid(theta, {n, 3, rows, columns}, false);
  const auto sampled = F::grid_sample(
      torch::cat({batch.surface, batch.xray}, 1), grid,
      F::GridSampleFuncOptions().mode(torch::kBilinear).padding_mode(torch::kBorder).align_corners(false));
  batch.surface = sampled.slice(1, 0, 2) * scale;
  batch.xray = sampled.slice(1, 2, 3);
  const auto middle = torch::tensor({half_rows - 0.5, half_columns - 0.5}, torch::kFloat32);
  batch.markers =
      torch::matmul(batch.markers - middle, forward.transpose(1, 2)) + shift.unsqueeze(1) + middle;
}

}  // namespace skiagraph
