#pragma once

#include "core/geometry/triangle_mesh.h"

namespace skiagraph {

/// Closed surfaces with known depth and thickness; patient frame, mm.
TriangleMesh ellipsoid(Vec3 centre, Vec3 radii, int segments = 96);
TriangleMesh box(Vec3 low, Vec3 high);
/// A cylinder with round ends: all points within `radius` of the segment from a to b.
TriangleMesh capsule(Vec3 a, Vec3 b, double radius, int segments = 24);

void append(TriangleMesh& mesh, const TriangleMesh& part);
TriangleMesh transformed(const TriangleMesh& mesh, const Transform& transform);

}  // namespace skiagraph
