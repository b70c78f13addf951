#include "core/geometry/mesh_simplification.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "tests/core/bodies/mesh_measures.h"

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

/// One surface without holes, handles or edges that more than two triangles share.
bool is_closed(const MeshMeasures& mesh) {
  return mesh.closed && mesh.euler == 2;
}

}  // namespace

TEST_CASE("A simplified ball is a ball of fewer triangles") {
  const TriangleMesh fine = ball(60, 120), coarse = simplified(fine, 400);
  CHECK(coarse.vertices.size() == 400);
  CHECK(coarse.triangles.size() == 796);
  const MeshMeasures measures = measure(coarse);
  CHECK(is_closed(measures));
  CHECK(measures.volume_mm3 == Approx(measure(fine).volume_mm3).epsilon(0.01));
  for (const Vec3 p : coarse.vertices) CHECK(norm(p) == Approx(100).margin(1.5));
}

TEST_CASE("Simplification stops where another collapse would fold the surface") {
  const TriangleMesh least = simplified(ball(8, 12), 1);
  CHECK(least.vertices.size() >= 4);
  CHECK(is_closed(measure(least)));
  CHECK(measure(least).volume_mm3 > 0);
}

TEST_CASE("A mesh that is small enough stays as it is") {
  const TriangleMesh mesh = ball(8, 12), same = simplified(mesh, 1000);
  CHECK((same.vertices == mesh.vertices));
  CHECK((same.triangles == mesh.triangles));
}
