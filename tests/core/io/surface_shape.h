#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::testing {

/// A tetrahedron with outward triangles, no two of its lengths alike.
geometry::TriangleMesh tetrahedron();

/// The corners of every triangle, beginning with the least one but in their order, all sorted: the same for
/// the same surface whatever the order in the file.
std::vector<std::array<std::array<double, 3>, 3>> shape(const geometry::TriangleMesh& mesh);

/// Positive when the triangles face outwards.
double volume(const geometry::TriangleMesh& mesh);

geometry::TriangleMesh moved(geometry::TriangleMesh mesh, const std::function<Vec3(Vec3)>& move);

/// How far the farthest vertex of either mesh is from the other one's nearest vertex.
double distance(const geometry::TriangleMesh& a, const geometry::TriangleMesh& b);

/// Code and sentence of the InputError that reading a surface throws; "none" when it throws nothing.
struct Refusal {
  std::string code, sentence;
};
Refusal refusal_of(const std::filesystem::path& path);

}  // namespace skiagraph::testing
