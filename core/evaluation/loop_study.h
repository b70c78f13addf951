#pragma once

#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/evaluation/contraction.h"
#include "core/evaluation/following.h"
#include "core/inference/predictor.h"
#include "core/tensors/dataset.h"

namespace skiagraph::evaluation {

struct LoopStudyOptions {
  std::int64_t people = 20;   ///< the first ones of the test people; 0: all
  double farthest_mm = 30;    ///< edits go up to so far up or down
  std::uint64_t seed = 2018;  ///< of the ways
  bool edits = true;          ///< else only how the loop comes to rest
};

/// How the loop behaves as a map, and as an editor.
struct LoopStudy {
  std::string model;
  std::vector<double> norms, radii;      ///< a person each, see Contraction
  std::vector<double> plain_iterations;  ///< until rest, a person each, at most 51
  std::vector<double> cold_iterations;   ///< of the accelerated loop from T until rest, a person each
  PlainLoop example;                     ///< of the first person
  std::vector<Edit> edits;               ///< each edge marker of each person moved once
};

/// On test people whose markers and whole X-ray are known. Throws InputError when there are none, Cancelled.
LoopStudy study_loop(inference::Predictor& predictor, const tensors::Dataset& dataset,
                     const LoopStudyOptions& options = {}, const ProgressFunction& progress = {},
                     const CancelToken* cancel = nullptr);

}  // namespace skiagraph::evaluation
