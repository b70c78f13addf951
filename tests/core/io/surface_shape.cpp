#include "tests/core/io/surface_shape.h"

#include <algorithm>
#include <limits>

#include "core/base/error.h"
#include "core/io/mesh_file.h"

namespace skiagraph::testing {

using geometry::TriangleMesh;

TriangleMesh tetrahedron() {
  return {{{0.5, 0.25, -1}, {3, 0.25, -1}, {0.5, 4, -1}, {0.5, 0.25, 6}},
          {{0, 2, 1}, {0, 1, 3}, {1, 2, 3}, {0, 3, 2}}};
}

std::vector<std::array<std::array<double, 3>, 3>> shape(const TriangleMesh& mesh) {
  std::vector<std::array<std::array<double, 3>, 3>> triangles;
  for (const auto& triangle : mesh.triangles) {
    std::array<std::array<double, 3>, 3> corners{};
    for (int n = 0; n < 3; ++n) {
      const Vec3 p = mesh.vertices.at(triangle[n]);
      corners[n] = {p.x, p.y, p.z};
    }
    std::rotate(corners.begin(), std::min_element(corners.begin(), corners.end()), corners.end());
    triangles.push_back(corners);
  }
  std::sort(triangles.begin(), triangles.end());
  return triangles;
}

double volume(const TriangleMesh& mesh) {
  double sum = 0;
  for (const auto& [a, b, c] : mesh.triangles)
    sum += dot(mesh.vertices[a], cross(mesh.vertices[b], mesh.vertices[c])) / 6;
  return sum;
}

TriangleMesh moved(TriangleMesh mesh, const std::function<Vec3(Vec3)>& move) {
  for (Vec3& p : mesh.vertices) p = move(p);
  return mesh;
}

double distance(const TriangleMesh& a, const TriangleMesh& b) {
  double farthest = 0;
  for (const auto& [from, to] : {std::pair(&a, &b), std::pair(&b, &a)})
    for (const Vec3& p : from->vertices) {
      double nearest = std::numeric_limits<double>::infinity();
      for (const Vec3& q : to->vertices) nearest = std::min(nearest, dot(p - q, p - q));
      farthest = std::max(farthest, nearest);
    }
  return std::sqrt(farthest);
}

Refusal refusal_of(const std::filesystem::path& path) {
  try {
    io::read_mesh(path);
  } catch (const InputError& error) {
    return {error.code(), error.what()};
  }
  return {"none", "no error"};
}

}  // namespace skiagraph::testing
