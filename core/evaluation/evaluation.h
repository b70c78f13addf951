#pragma once

#include <torch/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/evaluation/figures.h"
#include "core/evaluation/fine_pictures.h"
#include "core/inference/predictor.h"
#include "core/tensors/dataset.h"

namespace skiagraph::evaluation {

struct EvaluationOptions {
  tensors::Split split = tensors::Split::kTest;
  std::int64_t most_people = 0;  ///< the first ones of the split; 0: all
  int max_iterations = 50;
  int examples = 10;  ///< people whose pictures are kept: the first ones
  /// The same people with pictures twice as large, to measure finer X-rays on; null: these are not measured.
  const tensors::Dataset* fine = nullptr;
};

/// A person's picture and markers beside the true ones; with finer people these pictures, as they are shown.
struct Example {
  torch::Tensor truth, predicted;  ///< (H, W) float32
  MarkerPositions true_markers, predicted_markers;
};

struct Evaluation {
  std::string model, device;
  tensors::Split split = tensors::Split::kTest;
  std::int64_t left_out = 0;  ///< people whose markers or X-ray are not wholly known
  Tables tables;
  std::vector<Example> examples;
  bool margins_measured = false;  ///< else those of heat maps that keep what they promise
  std::optional<FinePictures> fine = {};
};

/// Runs the loop, from T until it converges, on every person of a split whose markers and whole X-ray are
/// known and compares with the truth. The mean person is that of the training people. Throws InputError when
/// the data set and the networks are of different frames or there are no such people in the split, Cancelled
/// when stopped.
Evaluation evaluate(inference::Predictor& predictor, const tensors::Dataset& dataset,
                    const EvaluationOptions& options = {}, const ProgressFunction& progress = {},
                    const CancelToken* cancel = nullptr);

/// "train", "validation", "test"
std::string split_name(tensors::Split split);

}  // namespace skiagraph::evaluation
