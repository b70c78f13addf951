#pragma once

#include <vector>

#include "core/anatomy/base/sampled_field.h"

namespace skiagraph::anatomy {

struct Vec3f {
  float x = 0, y = 0, z = 0;

  friend Vec3f operator+(Vec3f a, Vec3f b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
  friend Vec3f operator*(Vec3f a, float s) { return {a.x * s, a.y * s, a.z * s}; }
};

/// A deformation p -> p + shift(p); nothing moves outside the grid.
struct DisplacementField {
  GridGeometry grid;
  std::vector<Vec3f> shift;  ///< mm

  [[nodiscard]] Vec3 operator()(Vec3 p) const {
    GridCell cell;
    if (!GridCell::find(grid, p, cell)) return p;
    const Vec3f s = cell.interpolate(shift.data());
    return {p.x + s.x, p.y + s.y, p.z + s.z};
  }

  /// Smallest determinant of the derivative, by differences between neighbouring nodes. Above 0 the
  /// deformation does not fold.
  [[nodiscard]] double least_jacobian() const;
};

/// The flow of a velocity field over the time `time`, by scaling and squaring (Arsigny et al., "A
/// log-Euclidean framework for statistics on diffeomorphisms", MICCAI 2006). The flow over -time is its
/// inverse. Neither folds, except for errors of the coarse grid.
DisplacementField flow(const DisplacementField& velocity, double time);

}  // namespace skiagraph::anatomy
