#pragma once

#include <torch/nn/module.h>
#include <torch/nn/modules/conv.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "core/base/progress.h"

namespace skiagraph::applications {

/// X-rays with one annotated landmark each, as large as the regressor takes them.
struct LandmarkPictures {
  torch::Tensor xrays;      ///< (N, 1, H, W) float32
  torch::Tensor landmarks;  ///< (N, 1, 2) float32: row and column, pixels of these pictures
  torch::Tensor mm_per_px;  ///< (N) float32, of these pictures
};

/// A small fully convolutional network that answers with a heat map of one landmark, at half the size of the
/// X-ray (Long et al., "Fully convolutional networks", CVPR 2015; the paper's section 6.1).
class LandmarkRegressorImpl : public torch::nn::Module {
 public:
  LandmarkRegressorImpl();
  /// (N, 1, H, W) -> (N, 1, H / 2, W / 2), both float32; computed in bfloat16.
  torch::Tensor forward(const torch::Tensor& xrays);

 private:
  std::vector<torch::nn::Conv2d> convolutions_;
};
TORCH_MODULE(LandmarkRegressor);

/// On people that the regressor was not trained with.
struct LandmarkErrors {
  double mse = 0;  ///< of heat maps
  double cm = 0;   ///< mean distance of the found landmark
};
LandmarkErrors landmark_errors(LandmarkRegressor& network, const LandmarkPictures& people);

/// Trains for some epochs by Adam, learning rate 1e-3, batches of 32, always the same for a seed. `after` is
/// called after each epoch, counted from 1. Throws Cancelled.
void train_landmark_regressor(LandmarkRegressor& network, const LandmarkPictures& people, int epochs,
                              std::uint64_t seed, const std::function<void(int epoch)>& after,
                              const CancelToken* cancel = nullptr);

}  // namespace skiagraph::applications
