#include "core/bodies/procedural_solids.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::bodies {
namespace {

TubeSection operator+(const TubeSection& a, const TubeSection& b) {
  return {a.z + b.z, a.x + b.x, a.half_breadth + b.half_breadth, a.front + b.front, a.back + b.back};
}
TubeSection operator*(const TubeSection& a, double s) {
  return {a.z * s, a.x * s, a.half_breadth * s, a.front * s, a.back * s};
}

/// Change per mm of height at section n: between its neighbours.
TubeSection slope(std::span<const TubeSection> sections, std::size_t n) {
  const TubeSection &below = sections[n == 0 ? 0 : n - 1],
                    &above = sections[std::min(n + 1, sections.size() - 1)];
  return (above + below * -1) * (1 / (above.z - below.z));
}

}  // namespace

TubeSection Tube::at(double z) const {
  const double height = std::clamp(z, sections.front().z, sections.back().z);
  std::size_t n = 1;
  while (sections[n].z < height) ++n;
  const TubeSection &a = sections[n - 1], &b = sections[n];
  const double span = b.z - a.z, t = (height - a.z) / span, u = 1 - t;
  TubeSection section = a * (u * u * (1 + 2 * t)) + slope(sections, n - 1) * (span * t * u * u) +
                        b * (t * t * (1 + 2 * u)) + slope(sections, n) * (-span * t * t * u);
  section.z = height;
  return section;
}

double inside(const Ball& ball, Vec3 p) {
  const Vec3 d = p - ball.centre, scaled{d.x / ball.radii.x, d.y / ball.radii.y, d.z / ball.radii.z};
  const double r = norm(scaled);
  if (r == 0) return std::min({ball.radii.x, ball.radii.y, ball.radii.z});
  const double slope = norm({scaled.x / ball.radii.x, scaled.y / ball.radii.y, scaled.z / ball.radii.z}) / r;
  return (1 - r) / slope;
}

double inside(const Cone& cone, Vec3 p) {
  const Vec3 axis = cone.to - cone.from, d = p - cone.from;
  const double t = std::clamp(dot(d, axis) / dot(axis, axis), 0.0, 1.0);
  return cone.from_radius + (cone.to_radius - cone.from_radius) * t - norm(d - axis * t);
}

double inside(const Tube& tube, const TubeSection& section, Vec3 p) {
  const double half_depth = (section.back - section.front) / 2;
  const double x = std::abs(p.x - section.x) / section.half_breadth,
               y = std::abs(p.y - (section.front + section.back) / 2) / half_depth;
  // The mean of two norms, one with round and one with square balls, is a norm.
  const double round = std::sqrt(x * x + y * y), square = std::sqrt(std::sqrt(x * x * x * x + y * y * y * y));
  double value = std::min(section.half_breadth, half_depth);
  if (square > 1e-6) {
    const double q = tube.squareness, s3 = square * square * square;
    const double slope_x = ((1 - q) * x / round + q * x * x * x / s3) / section.half_breadth,
                 slope_y = ((1 - q) * y / round + q * y * y * y / s3) / half_depth;
    value = (1 - (1 - q) * round - q * square) / std::hypot(slope_x, slope_y);
  }
  return std::min({value, p.z - tube.sections.front().z, tube.sections.back().z - p.z});
}

double smooth_union(double a, double b, double rounding) {
  const double overlap = std::max(0.0, rounding - std::abs(a - b));
  return std::max(a, b) + overlap * overlap / (4 * rounding);
}

double smooth_difference(double a, double b, double rounding) {
  return -smooth_union(-a, b, rounding);
}

}  // namespace skiagraph::bodies
