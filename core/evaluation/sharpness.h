#pragma once

#include <torch/types.h>

namespace skiagraph::evaluation {

/// How much fine detail a picture has inside the body: its power between 0.1 and 0.25 cycles per pixel, for
/// each pixel of the body, in squares of the X-ray image's unit. The outline is faded out: it is as sharp as
/// the surface in every prediction. picture (H, W) float; inside (H, W) bool. 0 where the body is too thin to
/// look inside.
double detail_power(const torch::Tensor& picture, const torch::Tensor& inside);

}  // namespace skiagraph::evaluation
