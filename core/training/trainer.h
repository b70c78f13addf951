#pragma once

#include <filesystem>

#include "core/base/progress.h"
#include "core/networks/networks.h"
#include "core/tensors/dataset.h"
#include "core/training/processes.h"
#include "core/training/recipe.h"

namespace skiagraph::training {

struct TrainingOptions {
  std::filesystem::path
      out;  ///< folder for metrics.csv, checkpoint.safetensors and, at the end, the three networks
  bool resume = false;              ///< go on from the checkpoint, exactly as if the run had not stopped
  std::string model;                ///< name written into the weights
  std::filesystem::path from = {};  ///< folder of the networks that a recipe continues
  std::string device = "cpu";       ///< see device_named
  ProcessPlace place = {};          ///< among several processes
};

/// Trains all networks by the recipe. A checkpoint is written at least every minute of training; a cancelled
/// run writes one and throws Cancelled. T learns from everybody of the data set, the others from those whose
/// markers and whole X-ray are known.
///
/// Processes that train together share every batch; they average gradients, those of CIGN's adversary as
/// well, and the statistics of batch norm. Only the draws within losses (who is pinned, how far markers
/// stray) are each one's own. All must see the same folders; the first alone writes.
///
/// Throws InputError when the data set's frame or splits do not fit, or the checkpoint does not, when a batch
/// cannot be shared equally, or as Processes do.
networks::Networks train(const Recipe& recipe, const tensors::Dataset& dataset,
                         const TrainingOptions& options, const ProgressFunction& progress = {},
                         const CancelToken* cancel = nullptr);

}  // namespace skiagraph::training
