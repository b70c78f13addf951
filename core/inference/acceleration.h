#pragma once

#include <Eigen/Core>
#include <utility>
#include <vector>

#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// Chooses the next positions of the markers in the loop, a fixed-point iteration: answer = g(positions).
/// Plain iteration takes the answer as the next positions. That is slow where the answer hardly differs from
/// the positions, and may alternate between two states for ever. Anderson acceleration extrapolates from the
/// last iterations (Walker and Ni, "Anderson acceleration for fixed-point iterations", SIAM Journal on
/// Numerical Analysis 49, 2011; type II, memory 3). Its fixed points are those of plain iteration, as every
/// step is zero there. With the mean Jacobian each residual is turned into a Newton step first; the
/// extrapolation then corrects what is different in this person.
class Acceleration {
 public:
  Acceleration() = default;
  /// newton: (34, 34), see MeanJacobian; empty: not known. heat_map_px: width of a heat map's pixel in those
  /// of the positions.
  explicit Acceleration(Eigen::MatrixXd newton, double heat_map_px = 1)
      : newton_(std::move(newton)), heat_map_px_(heat_map_px) {}

  /// The positions of the next iteration, after that from `positions` gave `answer`.
  MarkerPositions next(const MarkerPositions& positions, const MarkerPositions& answer);

 private:
  struct Iterate {
    Eigen::VectorXd positions, residual, step;  ///< (34); residual: answer - positions; step: the residual
                                                ///< or the Newton step made of it
  };
  [[nodiscard]] Eigen::VectorXd extrapolated_step(const Iterate& iterate) const;

  Eigen::MatrixXd newton_;  ///< empty: not known
  double heat_map_px_ = 1;
  std::vector<Iterate> iterates_;  ///< newest last, at most three
};

}  // namespace skiagraph::inference
