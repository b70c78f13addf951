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
  std::uint64_t seed = 2018;  ///< of the displacements
  bool edits = true;          ///< else only convergence is studied
};

/// How the loop converges, and how its picture follows edits.
struct LoopStudy {
  std::string model;
  std::vector<double> norms, radii;      ///< one for each person, see Contraction
  std::vector<double> plain_iterations;  ///< until convergence, one for each person; 51 where it does not
  std::vector<double>
      cold_iterations;      ///< of the accelerated loop from T until convergence, one for each person
  PlainLoop example;        ///< of the first person
  std::vector<Edit> edits;  ///< each edge marker of each person moved once
};

/// On test people whose markers and whole X-ray are known. Throws InputError when there are none, and
/// Cancelled.
LoopStudy study_loop(inference::Predictor& predictor, const tensors::Dataset& dataset,
                     const LoopStudyOptions& options = {}, const ProgressFunction& progress = {},
                     const CancelToken* cancel = nullptr);

}  // namespace skiagraph::evaluation
