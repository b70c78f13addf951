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
/// The legs are the end with two cross-sections of similar area. Unless the front is given, left and back may
/// both point the wrong way; looks_to_low_y (body_front.h) decides. given: directions that are fixed by hand;
/// each may be empty. Throws InputError when they are not "+x" to "-z" or not at right angles.
BodyAxes find_body_axes(const TriangleMesh& mesh, const ScanAxes& given);

/// The axes of the same body turned about its long axis by 180 degrees.
inline BodyAxes turned(const BodyAxes& axes) {
  return {axes.left * -1, axes.back * -1, axes.up};
}

/// Into the coordinates of `axes` (x left, y back, z up).
void rotate(TriangleMesh& mesh, const BodyAxes& axes);
TriangleMesh rotated(TriangleMesh mesh, const BodyAxes& axes);

}  // namespace skiagraph::geometry
