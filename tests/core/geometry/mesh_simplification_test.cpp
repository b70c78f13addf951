#include "core/geometry/mesh_simplification.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <numbers>

using namespace skiagraph;
using namespace skiagraph::geometry;

namespace {

/// A ball of 100 mm by latitude and longitude.
TriangleMesh ball(std::uint32_t rings, std::uint32_t sectors) {
  TriangleMesh mesh;
  mesh.vertices.push_back({0, 0, 100});
  for (std::uint32_t ring = 1; ring < rings; ++ring)
    for (std::uint32_t sector = 0; sector < sectors; ++sector) {
      const double polar = std::numbers::pi * ring / rings, turn = 2 * std::numbers::pi * sector / sectors;
      mesh.vertices.push_back({100 * std::sin(polar) * std::cos(turn), 100 * std::sin(polar) * std::sin(turn),
                               100 * std::cos(polar)});
    }
  mesh.vertices.push_back({0, 0, -100});
  const auto last = static_cast<std::uint32_t>(mesh.vertices.size() - 1);
  const auto at = [&](std::uint32_t ring, std::uint32_t sector) {
    return 1 + ring * sectors + sector % sectors;
  };
  for (std::uint32_t sector = 0; sector < sectors; ++sector) {
    mesh.triangles.push_back({0, at(0, sector), at(0, sector + 1)});
    for (std::uint32_t ring = 0; ring + 2 < rings; ++ring) {
      mesh.triangles.push_back({at(ring, sector), at(ring + 1, sector), at(ring + 1, sector + 1)});
      mesh.triangles.push_back({at(ring, sector), at(ring + 1, sector + 1), at(ring, sector + 1)});
    }
    mesh.triangles.push_back({at(rings - 2, sector), last, at(rings - 2, sector + 1)});
  }
  return mesh;
}

double volume(const TriangleMesh& mesh) {
  double sum = 0;
  for (const auto& [a, b, c] : mesh.triangles)
    sum += dot(mesh.vertices[a], cross(mesh.vertices[b], mesh.vertices[c])) / 6;
  return sum;
}

bool closed(const TriangleMesh& mesh) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> uses;
  for (const auto& corners : mesh.triangles)
    for (std::size_t n = 0; n < 3; ++n) ++uses[{corners[n], corners[(n + 1) % 3]}];
  for (const auto& [edge, count] : uses) {
    const auto back = uses.find({edge.second, edge.first});
    if (count != 1 || back == uses.end() || back->second != 1) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("A simplified ball is a ball of fewer triangles") {
  const TriangleMesh fine = ball(60, 120), coarse = simplified(fine, 400);
  CHECK(coarse.vertices.size() == 400);
  CHECK(coarse.triangles.size() == 796);
  CHECK(closed(coarse));
  CHECK(volume(coarse) == Approx(volume(fine)).epsilon(0.01));
  for (const Vec3 p : coarse.vertices) CHECK(norm(p) == Approx(100).margin(1.5));
}

TEST_CASE("Simplification stops where another collapse would fold the surface") {
  const TriangleMesh least = simplified(ball(8, 12), 1);
  CHECK(least.vertices.size() >= 4);
  CHECK(closed(least));
  CHECK(volume(least) > 0);
}

TEST_CASE("A mesh that is small enough stays as it is") {
  const TriangleMesh mesh = ball(8, 12), same = simplified(mesh, 1000);
  CHECK((same.vertices == mesh.vertices));
  CHECK((same.triangles == mesh.triangles));
}
