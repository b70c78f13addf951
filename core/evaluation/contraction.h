#pragma once

#include <Eigen/Core>
#include <vector>

#include "core/evaluation/person.h"
#include "core/inference/mean_jacobian.h"
#include "core/inference/predictor.h"

namespace skiagraph::evaluation {

/// One turn of the loop as a map of the 17 places to MPN's answer, at the place where it comes to rest.
struct Contraction {
  Eigen::MatrixXd jacobian;  ///< (34, 34); rows: answers, columns: places; row and column by marker
  double norm = 0;           ///< largest singular value: how much a turn can lengthen a way at most
  double radius = 0;         ///< largest absolute eigenvalue: below 1 the plain loop comes to rest
};

/// By central differences around `rest`, two turns for each of the 34 numbers.
Contraction contraction(inference::Predictor& predictor, const Person& person, const MarkerPositions& rest);

/// The mean Jacobian over the first validation people at rest. Throws InputError when there are none,
/// Cancelled when stopped.
inference::MeanJacobian mean_jacobian(inference::Predictor& predictor, const tensors::Dataset& dataset,
                                      std::int64_t most_people = 24, const ProgressFunction& progress = {},
                                      const CancelToken* cancel = nullptr);

/// How the plain loop moves when nothing accelerates or ends it.
struct PlainLoop {
  std::vector<MarkerPositions> places;  ///< of iterations 0 (from T's picture) to the last
  std::vector<double> max_move_px;      ///< of iterations 1 to the last
  /// The first iteration from which on no marker moves more than `tolerance_px`; one more than there are
  /// when there is none.
  [[nodiscard]] int iterations_to_rest(double tolerance_px = 0.05) const;
};

PlainLoop plain_loop(inference::Predictor& predictor, const Person& person, int iterations = 50);

}  // namespace skiagraph::evaluation
