#include "core/imaging/projection.h"

#include <torch/types.h>

#include "core/imaging/xray_image.h"

namespace skiagraph::imaging {

torch::Tensor project_xray(const torch::Tensor& attenuation, double step_mm) {
  return (attenuation.sum(0) * (step_mm / kXrayFullScale)).clamp(0.0, 1.0);
}

}  // namespace skiagraph::imaging
