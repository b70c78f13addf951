#include "core/inference/damping.h"

#include <algorithm>
#include <cmath>

namespace skiagraph {

MarkerPositions Damping::next(const MarkerPositions& from, const MarkerPositions& answer) {
  constexpr double kLeast = 0.2, kShorter = 0.5, kLonger = 1.5, kSameDirection = 0.5;
  MarkerPositions way{};
  double along = 0, square = 0, last_square = 0;
  for (std::size_t n = 0; n < way.size(); ++n) {
    way[n] = answer[n] - from[n];
    along += way[n].row * last_way_[n].row + way[n].column * last_way_[n].column;
    square += way[n].row * way[n].row + way[n].column * way[n].column;
    last_square += last_way_[n].row * last_way_[n].row + last_way_[n].column * last_way_[n].column;
  }
  const bool same_direction = along > kSameDirection * std::sqrt(square * last_square);
  const bool swings = along < 0 || (square >= last_square && last_square > 0 && !same_direction);
  if (swings) share_ = std::max(kLeast, share_ * kShorter);
  if (same_direction) share_ = std::min(1.0, share_ * kLonger);
  last_way_ = way;
  MarkerPositions to = from;
  for (std::size_t n = 0; n < to.size(); ++n) to[n] = from[n] + way[n] * share_;
  return to;
}

}  // namespace skiagraph
