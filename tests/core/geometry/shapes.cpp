#include "tests/core/geometry/shapes.h"

#include <cmath>
#include <numbers>

namespace skiagraph {
namespace {

/// A grid of rings from pole to pole; `place` maps polar angle and azimuth to a point.
template <class Place>
geometry::TriangleMesh rings(int segments, Place place) {
  geometry::TriangleMesh mesh;
  const int polar = segments / 2;
  for (int i = 0; i <= polar; ++i) {
    for (int j = 0; j < segments; ++j) {
      mesh.vertices.push_back(place(std::numbers::pi * i / polar, 2 * std::numbers::pi * j / segments));
    }
  }
  const auto at = [&](int i, int j) { return static_cast<std::uint32_t>(i * segments + j % segments); };
  for (int i = 0; i < polar; ++i) {
    for (int j = 0; j < segments; ++j) {
      mesh.triangles.push_back({at(i, j), at(i + 1, j), at(i + 1, j + 1)});
      mesh.triangles.push_back({at(i, j), at(i + 1, j + 1), at(i, j + 1)});
    }
  }
  return mesh;
}

}  // namespace

geometry::TriangleMesh ellipsoid(Vec3 centre, Vec3 radii, int segments) {
  return rings(segments, [&](double theta, double phi) {
    return centre + Vec3{radii.x * std::sin(theta) * std::cos(phi), radii.y * std::sin(theta) * std::sin(phi),
                         radii.z * std::cos(theta)};
  });
}

geometry::TriangleMesh box(Vec3 low, Vec3 high) {
  geometry::TriangleMesh mesh;
  for (int i = 0; i < 8; ++i) {
    mesh.vertices.push_back({(i & 1) ? high.x : low.x, (i & 2) ? high.y : low.y, (i & 4) ? high.z : low.z});
  }
  mesh.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
                    {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
  return mesh;
}

geometry::TriangleMesh capsule(Vec3 a, Vec3 b, double radius, int segments) {
  const Vec3 axis = (a - b) * (1 / norm(a - b));
  const Vec3 helper = std::abs(axis.z) < 0.9 ? Vec3{0, 0, 1} : Vec3{1, 0, 0};
  const Vec3 side = cross(axis, helper) * (1 / norm(cross(axis, helper)));
  const Vec3 other = cross(axis, side);
  return rings(segments, [&](double theta, double phi) {
    const Vec3 centre = theta <= std::numbers::pi / 2 ? a : b;
    return centre + radius * (std::cos(theta) * axis +
                              std::sin(theta) * (std::cos(phi) * side + std::sin(phi) * other));
  });
}

void append(geometry::TriangleMesh& mesh, const geometry::TriangleMesh& part) {
  const auto offset = static_cast<std::uint32_t>(mesh.vertices.size());
  mesh.vertices.insert(mesh.vertices.end(), part.vertices.begin(), part.vertices.end());
  for (const auto& [a, b, c] : part.triangles) mesh.triangles.push_back({a + offset, b + offset, c + offset});
}

geometry::TriangleMesh transformed(const geometry::TriangleMesh& mesh, const Transform& transform) {
  geometry::TriangleMesh result = mesh;
  for (Vec3& vertex : result.vertices) vertex = transform(vertex);
  return result;
}

}  // namespace skiagraph
