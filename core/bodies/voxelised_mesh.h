#pragma once

#include <cstddef>
#include <vector>

#include "core/bodies/skin_mesh.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::bodies {

/// A grid of `spacing_mm` around the meshes, with four voxels of air on each side; all values are 0.
ScalarGrid grid_around(const std::vector<geometry::TriangleMesh>& meshes, double spacing_mm);

/// Sets each value to the share of the voxel's depth (along y) that lies inside the closed mesh.
void voxelise(const geometry::TriangleMesh& mesh, ScalarGrid& grid);

/// Weights 1 2 1 along each axis, `step` voxels apart: a variance of step^2 / 2 voxels. Voxels nearer to the
/// border than `step` become 0.
void smooth(ScalarGrid& grid, std::size_t step = 1);

/// Trilinear; outside the grid 0.
float value_at(const ScalarGrid& grid, Vec3 p);

/// Makes what is above `level` one body: its largest piece (connected by faces), without cavities, and
/// nowhere touching itself along an edge or in a corner only. So surface_nets gives one closed surface with
/// every edge used twice.
void make_one_body(ScalarGrid& grid, float level);

}  // namespace skiagraph::bodies
