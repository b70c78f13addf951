#pragma once

#include "core/anatomy/marker_table.h"

namespace skiagraph {

/// Chooses how far the loop goes towards each answer. Left alone it may swing between two places, each the
/// answer to the other; then it goes half as far as before, and further again as soon as the answers keep
/// their direction. Where markers answer themselves every step is zero, so the resting places are those of
/// the plain loop.
class Damping {
 public:
  /// The places after this step, from where the markers were and what the networks answered.
  MarkerPositions next(const MarkerPositions& from, const MarkerPositions& answer);

 private:
  double share_ = 1;  ///< of the way to the answer
  MarkerPositions last_way_{};
};

}  // namespace skiagraph
