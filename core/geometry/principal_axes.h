#pragma once

#include <array>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// Eigenvectors of the covariance of a surface, each triangle weighted with its area; largest variance first,
/// unit length.
std::array<Vec3, 3> principal_axes(const TriangleMesh& mesh);

}  // namespace skiagraph::geometry
