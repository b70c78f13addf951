#pragma once

#include <cstddef>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// The same shape with about `vertices` vertices, by collapsing the edges that change it least (Garland and
/// Heckbert, "Surface simplification using quadric error metrics", SIGGRAPH 1997). A closed surface stays
/// closed and keeps its topology; triangles do not flip. May keep more vertices where no edge can go.
TriangleMesh simplified(const TriangleMesh& mesh, std::size_t vertices);

}  // namespace skiagraph::geometry
