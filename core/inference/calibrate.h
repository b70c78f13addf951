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

/// Runs the loop on validation people in float32 and measures how large activations become. Throws InputError
/// when the data set is of another frame or has nobody to validate with, Error when networks cannot be
/// compiled here, Cancelled when stopped.
Calibration calibrate(networks::Networks& networks, const tensors::Dataset& dataset,
                      const CalibrationOptions& options = {}, const ProgressFunction& progress = {},
                      const CancelToken* cancel = nullptr);

}  // namespace skiagraph::inference
