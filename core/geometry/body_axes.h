#pragma once

#include "core/geometry/scan_alignment.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// Which way the body's left, back and head point in the axes of a mesh; a right-handed orthonormal system.
struct BodyAxes {
  Vec3 left, back, up;
};

/// Finds the axes of a human surface in any unit. The long axis is the largest spread of the surface, the
/// left-right axis the larger spread of the cross-sections; both snap to the file's axes when they are close.
/// The legs are the end with two like cross-sections. Left and back may both be the wrong way round, unless
/// the front is given: body_front.h tells. given: directions fixed by hand, either may be empty. Throws
/// InputError when they are not "+x" to "-z" or not at right angles.
BodyAxes find_body_axes(const TriangleMesh& mesh, const ScanAxes& given);

/// The same body turned about its long axis to look the other way.
inline BodyAxes turned(const BodyAxes& axes) {
  return {axes.left * -1, axes.back * -1, axes.up};
}

/// The mesh in the coordinates of `axes` (x left, y back, z up).
TriangleMesh rotated(const TriangleMesh& mesh, const BodyAxes& axes);

}  // namespace skiagraph::geometry
