#pragma once

#include <filesystem>
#include <functional>

#include "core/base/progress.h"
#include "core/networks/networks.h"
#include "core/tensors/dataset.h"
#include "core/training/processes.h"
#include "core/training/recipe.h"

namespace skiagraph::training {

class RunRecord;
struct SamplePicture;

struct TrainingOptions {
  /// Folder for metrics.csv, checkpoint.safetensors and, at the end, the three networks.
  std::filesystem::path out;
  bool resume = false;  ///< go on from the checkpoint, if there is one, as if the run had not stopped
  std::string model;    ///< name written into the weights; empty: the recipe's
  std::filesystem::path from = {};  ///< folder of the networks that a recipe continues
  std::string device = "cpu";       ///< see device_named
  ProcessPlace place = {};          ///< among several processes
  bool replace = false;             ///< delete a run that is in the folder already
  RunRecord* record = nullptr;      ///< who writes down how the run stands
  std::function<void(const SamplePicture&)> show_sample = {};  ///< called at each validation
};

/// Trains all networks by the recipe. A checkpoint is written at least every minute of training; a cancelled
/// run writes one and throws Cancelled. T learns from everybody of the data set, the others from those whose
/// markers and whole X-ray are known.
///
/// A record gets every step, and may ask for a stop or a pause by the files of run_folder.h; a recipe that
/// was prolonged (goes_on_from) resumes the run of the shorter one.
///
/// The log metrics.csv has a row for each validation. A new run begins a new log; a resumed one goes on where
/// the checkpoint was written, so that no step is in it twice.
///
/// Processes that train together share every batch; they average the gradients, those of CIGN's adversary as
/// well, and the statistics of batch norm. Only the draws within losses (which markers are pinned, how far
/// markers are displaced) differ between processes. All must see the same folders; the first alone writes.
///
/// Throws InputError when the folder holds a run that is neither resumed nor replaced, when the data set's
/// frame or splits do not fit, or the checkpoint does not, when a batch cannot be shared equally, or as
/// Processes do. Throws Error when training diverges or a file cannot be written.
networks::Networks train(const Recipe& recipe, const tensors::Dataset& dataset,
                         const TrainingOptions& options, const ProgressFunction& progress = {},
                         const CancelToken* cancel = nullptr);

}  // namespace skiagraph::training
