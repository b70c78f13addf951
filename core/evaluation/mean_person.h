#pragma once

#include <torch/types.h>

#include "core/markers/marker_table.h"
#include "core/tensors/dataset.h"

namespace skiagraph::evaluation {

/// The same prediction for everybody: the baseline that every method has to beat.
struct MeanPerson {
  torch::Tensor xray;  ///< (H, W) float32, the mean of every pixel
  MarkerPositions markers;
};

/// Over the training people whose markers and whole X-ray are known. Throws InputError when there are none.
MeanPerson mean_person(const tensors::Dataset& dataset);

}  // namespace skiagraph::evaluation
