#pragma once

#include <torch/types.h>

namespace skiagraph::imaging {

/// Orthographic X-ray projection.
/// attenuation: (D, H, W), 1/mm, D samples along the front-back ray `step_mm` apart.
/// Returns (H, W): the line integral by the midpoint rule over kXrayFullScale, clipped to [0, 1].
torch::Tensor project_xray(const torch::Tensor& attenuation, double step_mm);

}  // namespace skiagraph::imaging
