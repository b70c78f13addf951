#pragma once

#include "core/base/progress.h"
#include "core/inference/calibration.h"
#include "core/networks/networks.h"
#include "core/tensors/dataset.h"

namespace skiagraph::inference {

struct CalibrationOptions {
  std::int64_t most_people = 24;  ///< the first ones of the validation split
  int iterations = 3;             ///< of the loop, for each of them
};

/// Runs the loop in float32 on people of the validation split and measures how large the activations become.
/// Throws InputError when the data set is of another frame or has no validation split, Error when the
/// networks cannot be compiled on this computer, Cancelled when stopped.
Calibration calibrate(networks::Networks& networks, const tensors::Dataset& dataset,
                      const CalibrationOptions& options = {}, const ProgressFunction& progress = {},
                      const CancelToken* cancel = nullptr);

}  // namespace skiagraph::inference
