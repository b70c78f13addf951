#pragma once

#include <Eigen/Core>
#include <utility>
#include <vector>

#include "core/markers/marker_table.h"

namespace skiagraph::inference {

/// Chooses the next places of the loop from where the markers were and what the networks answered. Plain
/// iteration takes the answer; it creeps where places nearly answer themselves, and may swing for ever
/// between two places, each the answer to the other. Anderson acceleration extrapolates from the last steps
/// (Walker and Ni, "Anderson acceleration for fixed-point iterations", SIAM Journal on Numerical Analysis 49,
/// 2011; type II, memory 3). Where markers answer themselves every step is zero, so the resting places are
/// those of plain iteration. Where the slope of the loop is known, ways become Newton's steps first, so that
/// extrapolation only puts right what this person's loop does otherwise.
class Acceleration {
 public:
  Acceleration() = default;
  /// newton: (34, 34), see MeanJacobian.
  explicit Acceleration(Eigen::MatrixXd newton) : newton_(std::move(newton)) {}

  MarkerPositions next(const MarkerPositions& from, const MarkerPositions& answer);

 private:
  struct Step {
    Eigen::VectorXd place, way, move;  ///< (34): where, from there to the answer, and what alone it would do
  };
  [[nodiscard]] Eigen::VectorXd shortest_move(const Step& step) const;

  Eigen::MatrixXd newton_;   ///< empty: not known
  std::vector<Step> steps_;  ///< newest last
};

}  // namespace skiagraph::inference
