#pragma once

#include <functional>
#include <vector>

#include "core/bodies/procedural_solids.h"

namespace skiagraph::bodies {

struct Box {
  Vec3 low, high;

  [[nodiscard]] bool contains(Vec3 p) const {
    return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y && p.z >= low.z && p.z <= high.z;
  }
};

/// A shape that can be joined with others or cut by them. It lies wholly in the box; `inside` is defined only
/// there.
struct Solid {
  Box box;
  std::function<double(Vec3)> inside;  ///< about the distance to the surface in mm, positive inside
};

Solid ball(Vec3 centre, Vec3 radii);
/// Half axes a, b (made perpendicular to a) and one of length c perpendicular to both.
Solid ellipsoid(Vec3 centre, Vec3 a, Vec3 b, double c);
Solid rod(Vec3 from, Vec3 to, double from_radius, double to_radius);
/// Rods from point to point. radii: one for each point.
Solid chain(const std::vector<Vec3>& points, const std::vector<double>& radii);
Solid chain(const std::vector<Vec3>& points, double radius);
/// Along z; see Tube.
Solid column(std::vector<TubeSection> sections, double squareness = 0);
/// Everything on the side of `point` that `normal` points to.
Solid half_space(Vec3 point, Vec3 normal);

Solid united(std::vector<Solid> solids);
/// With their seam rounded over `rounding` mm.
Solid blended(const Solid& a, const Solid& b, double rounding);
/// What is in both, with their edge rounded.
Solid common(const Solid& a, const Solid& b, double rounding = 1);
Solid without(const Solid& a, const Solid& b, double rounding = 1);
/// The solid without its outermost `depth` mm.
Solid inset(Solid solid, double depth);
/// On the other side of the midline x = 0.
Solid mirrored(const Solid& solid);
/// Only what lies between two heights; unlike `common` it leaves the depth inside as it was, so that a shell
/// stays open at the cut.
Solid between(Solid solid, double low_z, double high_z);

}  // namespace skiagraph::bodies
