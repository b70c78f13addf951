#pragma once

#include <Eigen/Core>
#include <vector>

#include "core/evaluation/person.h"
#include "core/inference/mean_jacobian.h"
#include "core/inference/predictor.h"

namespace skiagraph::evaluation {

/// How one iteration of the loop changes a small displacement of the markers, where the loop has converged.
/// One iteration maps the marker positions to MPN's answer to CIGN's picture of them.
struct Contraction {
  Eigen::MatrixXd jacobian;  ///< (2 kMarkerCount, 2 kMarkerCount): answers by positions; row and column of
                             ///< each marker in turn
  double norm = 0;    ///< largest singular value: the most by which one iteration lengthens a displacement
  double radius = 0;  ///< largest absolute eigenvalue: below 1 the plain loop converges
};

/// By central differences around `rest`, the positions at convergence: two iterations for each coordinate.
Contraction contraction(inference::Predictor& predictor, const Person& person, const MarkerPositions& rest);

/// The mean Jacobian at convergence over the first validation people. Throws InputError when there are none,
/// Cancelled when stopped.
inference::MeanJacobian mean_jacobian(inference::Predictor& predictor, const tensors::Dataset& dataset,
                                      std::int64_t most_people = 24, const ProgressFunction& progress = {},
                                      const CancelToken* cancel = nullptr);

/// The positions of the plain loop, which is neither accelerated nor ended early.
struct PlainLoop {
  std::vector<MarkerPositions> places;  ///< of iterations 0 (from T's picture) to the last
  std::vector<double> max_move_px;      ///< of iterations 1 to the last, in pixels of the heat maps
  /// The first iteration from which on no marker moves more than `tolerance_px`; one more than there are
  /// when there is none.
  [[nodiscard]] int iterations_to_rest(double tolerance_px = 0.05) const;
};

PlainLoop plain_loop(inference::Predictor& predictor, const Person& person, int iterations = 50);

}  // namespace skiagraph::evaluation
