#pragma once

#include <span>
#include <vector>

#include "core/base/vector.h"

namespace skiagraph::bodies {

/// Cross-section of a tube at one height z, mm: a rounded shape about (x, ...) that reaches from y = front to
/// y = back.
struct TubeSection {
  double z = 0, x = 0;
  double half_breadth = 0;
  double front = 0, back = 0;
};

/// A trunk, limb or neck that runs along z, smooth between its sections (lowest first), cut off at its ends.
struct Tube {
  std::span<const TubeSection> sections;
  double squareness = 0;  ///< 0: ellipses; towards 1: fuller

  /// Cubic between the sections, constant beyond the ends.
  [[nodiscard]] TubeSection at(double z) const;
};

struct Ball {
  Vec3 centre, radii;
};

/// Round, its radius changing evenly.
struct Cone {
  Vec3 from, to;
  double from_radius, to_radius;
};

// All give about the distance to the surface in mm, positive inside.
double inside(const Ball& ball, Vec3 p);
double inside(const Cone& cone, Vec3 p);
/// section: tube.at(p.z)
double inside(const Tube& tube, const TubeSection& section, Vec3 p);

/// The larger of two, with a seam rounded over about `rounding` mm.
double smooth_union(double a, double b, double rounding);
/// What is in a and not in b.
double smooth_difference(double a, double b, double rounding);

}  // namespace skiagraph::bodies
