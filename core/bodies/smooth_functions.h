#pragma once

#include <algorithm>
#include <cmath>

namespace skiagraph::bodies {

/// 1 at the centre; Gaussian of this standard deviation.
inline double bump(double x, double centre, double width) {
  const double t = (x - centre) / width;
  return std::exp(-0.5 * t * t);
}

inline double sigmoid(double x) {
  return 1 / (1 + std::exp(-x));
}

/// A ramp that bends from 0 to x within about `width` of 0.
inline double soft_ramp(double x, double width) {
  const double t = x / width;
  if (std::abs(t) > 30) return std::max(0.0, x);
  return width * std::log1p(std::exp(t));
}

}  // namespace skiagraph::bodies
