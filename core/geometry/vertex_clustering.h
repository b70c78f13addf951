#pragma once

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// A coarser mesh: the vertices in each cell of a grid become one, at their mean (Rossignac and
/// Borrel, "Multi-resolution 3D approximations for rendering complex scenes", 1993). One pass, so that meshes
/// of many millions of triangles take about a second; needs little more memory than its result. Closed
/// surfaces stay closed where they are thicker than a cell. `number`: receives for each vertex of `mesh` the
/// one that it became.
TriangleMesh clustered(const TriangleMesh& mesh, double cell, std::vector<std::uint32_t>* number = nullptr);

}  // namespace skiagraph::geometry
