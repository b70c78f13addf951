#pragma once

#include <torch/types.h>

#include "core/evaluation/figures.h"
#include "core/evaluation/metrics.h"

namespace skiagraph::evaluation {

/// How a predicted X-ray (H, W) compares with the true one inside the body (H, W), bool; box: body_box() of
/// it.
PictureFigures picture_figures(const torch::Tensor& predicted, const torch::Tensor& truth,
                               const torch::Tensor& inside, const PixelBox& box);

}  // namespace skiagraph::evaluation
