#pragma once

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// The step between neighbouring coordinates of a surface that was rounded, in its unit: that of its coarsest
/// axis. 0 where coordinates come in no steps, or where there are too few to tell.
double coordinate_step(const TriangleMesh& mesh);

/// The length of all edges at which one triangle ends and no other begins, in the unit of the mesh. Vertices
/// at one place are one.
double open_edges_length(const TriangleMesh& mesh);

}  // namespace skiagraph::geometry
