#pragma once

#include <vector>

#include "core/anatomy/marker_table.h"

namespace skiagraph {

/// Chooses the next places of the loop from where the markers were and what the networks answered. Plain
/// iteration takes the answer; it creeps where places nearly answer themselves, and may swing for ever
/// between two places, each the answer to the other. Anderson acceleration extrapolates from the last steps
/// (Walker and Ni, "Anderson acceleration for fixed-point iterations", SIAM Journal on Numerical Analysis 49,
/// 2011; type II, memory 3). Where markers answer themselves every step is zero, so the resting places are
/// those of plain iteration.
class Acceleration {
 public:
  MarkerPositions next(const MarkerPositions& from, const MarkerPositions& answer);

 private:
  struct Step {
    MarkerPositions place, way;  ///< way: from the place to the answer
  };
  std::vector<Step> steps_;  ///< newest last
};

}  // namespace skiagraph
