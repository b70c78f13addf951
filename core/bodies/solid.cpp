#include "core/bodies/solid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace skiagraph::bodies {
namespace {

constexpr double kFar = 1e6;

Vec3 lower(Vec3 a, Vec3 b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::min(a.z, b.z)};
}
Vec3 upper(Vec3 a, Vec3 b) {
  return {std::max(a.x, b.x), std::max(a.y, b.y), std::max(a.z, b.z)};
}

Box hull(const Box& a, const Box& b) {
  return {lower(a.low, b.low), upper(a.high, b.high)};
}
Box overlap(const Box& a, const Box& b) {
  return {upper(a.low, b.low), lower(a.high, b.high)};
}

Vec3 mirrored(Vec3 p) {
  return {-p.x, p.y, p.z};
}

}  // namespace

Solid ball(Vec3 centre, Vec3 radii) {
  return {{centre - radii, centre + radii},
          [b = Ball{centre, radii}](Vec3 p) { return bodies::inside(b, p); }};
}

Solid ellipsoid(Vec3 centre, Vec3 a, Vec3 b, double c) {
  const double length_b = norm(b);
  b = b - a * (dot(a, b) / dot(a, a));
  b = b * (length_b / norm(b));
  const Vec3 normal = cross(a, b), third = normal * (c / norm(normal));
  const Vec3 reach{std::hypot(a.x, b.x, third.x), std::hypot(a.y, b.y, third.y),
                   std::hypot(a.z, b.z, third.z)};
  const Vec3 lengths{norm(a), norm(b), c};
  const Vec3 u = a * (1 / lengths.x), v = b * (1 / lengths.y), w = third * (1 / lengths.z);
  return {{centre - reach, centre + reach}, [=](Vec3 p) {
            const Vec3 d = p - centre;
            return bodies::inside(Ball{{}, lengths}, {dot(d, u), dot(d, v), dot(d, w)});
          }};
}

Solid rod(Vec3 from, Vec3 to, double from_radius, double to_radius) {
  const Vec3 r0{from_radius, from_radius, from_radius}, r1{to_radius, to_radius, to_radius};
  return {hull({from - r0, from + r0}, {to - r1, to + r1}),
          [c = Cone{from, to, from_radius, to_radius}](Vec3 p) { return bodies::inside(c, p); }};
}

Solid chain(const std::vector<Vec3>& points, const std::vector<double>& radii) {
  std::vector<Solid> rods;
  for (std::size_t n = 1; n < points.size(); ++n)
    rods.push_back(rod(points[n - 1], points[n], radii[n - 1], radii[n]));
  return united(std::move(rods));
}

Solid chain(const std::vector<Vec3>& points, double radius) {
  return chain(points, std::vector<double>(points.size(), radius));
}

Solid column(std::vector<TubeSection> sections, double squareness) {
  Box box{{kFar, kFar, sections.front().z}, {-kFar, -kFar, sections.back().z}};
  constexpr double kOvershoot = 1.1;  // of the cubic between two sections
  for (const TubeSection& s : sections) {
    const double middle = (s.front + s.back) / 2, half = (s.back - s.front) / 2 * kOvershoot;
    box.low = lower(box.low, {s.x - s.half_breadth * kOvershoot, middle - half, box.low.z});
    box.high = upper(box.high, {s.x + s.half_breadth * kOvershoot, middle + half, box.high.z});
  }
  return {box, [sections = std::move(sections), squareness](Vec3 p) {
            const Tube tube{sections, squareness};
            return bodies::inside(tube, tube.at(p.z), p);
          }};
}

Solid half_space(Vec3 point, Vec3 normal) {
  normal = normal * (1 / norm(normal));
  return {{{-kFar, -kFar, -kFar}, {kFar, kFar, kFar}}, [=](Vec3 p) { return dot(p - point, normal); }};
}

Solid united(std::vector<Solid> solids) {
  Box box = solids.front().box;
  for (const Solid& solid : solids) box = hull(box, solid.box);
  return {box, [solids = std::move(solids)](Vec3 p) {
            double value = -kFar;
            for (const Solid& solid : solids)
              if (solid.box.contains(p)) value = std::max(value, solid.inside(p));
            return value;
          }};
}

Solid blended(const Solid& a, const Solid& b, double rounding) {
  Box box = hull(a.box, b.box);
  const Vec3 margin{rounding / 4, rounding / 4, rounding / 4};
  box = {box.low - margin, box.high + margin};
  return {box, [=](Vec3 p) { return smooth_union(a.inside(p), b.inside(p), rounding); }};
}

Solid common(const Solid& a, const Solid& b, double rounding) {
  return {overlap(a.box, b.box),
          [=](Vec3 p) { return smooth_difference(a.inside(p), -b.inside(p), rounding); }};
}

Solid without(const Solid& a, const Solid& b, double rounding) {
  return {a.box, [=](Vec3 p) { return smooth_difference(a.inside(p), b.inside(p), rounding); }};
}

Solid inset(Solid solid, double depth) {
  solid.inside = [=, inside = std::move(solid.inside)](Vec3 p) { return inside(p) - depth; };
  return solid;
}

Solid mirrored(const Solid& solid) {
  return {{{-solid.box.high.x, solid.box.low.y, solid.box.low.z},
           {-solid.box.low.x, solid.box.high.y, solid.box.high.z}},
          [inside = solid.inside](Vec3 p) { return inside(mirrored(p)); }};
}

Solid between(Solid solid, double low_z, double high_z) {
  solid.box.low.z = std::max(solid.box.low.z, low_z);
  solid.box.high.z = std::min(solid.box.high.z, high_z);
  return solid;
}

}  // namespace skiagraph::bodies
