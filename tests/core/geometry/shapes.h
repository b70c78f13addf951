#pragma once

#include "core/geometry/triangle_mesh.h"

namespace skiagraph {

/// Closed surfaces with known depth and thickness; patient frame, mm.
geometry::TriangleMesh ellipsoid(Vec3 centre, Vec3 radii, int segments = 96);
geometry::TriangleMesh box(Vec3 low, Vec3 high);
/// A cylinder with round ends: all points within `radius` of the segment from a to b.
geometry::TriangleMesh capsule(Vec3 a, Vec3 b, double radius, int segments = 24);

void append(geometry::TriangleMesh& mesh, const geometry::TriangleMesh& part);
geometry::TriangleMesh transformed(const geometry::TriangleMesh& mesh, const Transform& transform);

}  // namespace skiagraph
