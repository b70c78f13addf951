#include "core/evaluation/picture_figures.h"

#include <torch/types.h>

#include <algorithm>

#include "core/evaluation/sharpness.h"

namespace skiagraph::evaluation {

PictureFigures picture_figures(const torch::Tensor& predicted, const torch::Tensor& truth,
                               const torch::Tensor& inside, const PixelBox& box) {
  constexpr double kLeastDetail = 1e-20;
  return {mae(predicted, truth), mae_inside(predicted, truth, inside), ms_ssim(predicted, truth),
          ms_ssim(box.cut(predicted), box.cut(truth)),
          detail_power(predicted, inside) / std::max(detail_power(truth, inside), kLeastDetail)};
}

}  // namespace skiagraph::evaluation
