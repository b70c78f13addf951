#include "core/geometry/vertex_clustering.h"

#include <catch2/catch.hpp>
#include <set>

#include "core/geometry/extent.h"
#include "tests/core/geometry/humanoid.h"

using namespace skiagraph;
using namespace skiagraph::geometry;

TEST_CASE("A clustered body keeps its shape with far fewer triangles") {
  const TriangleMesh person = humanoid();
  const double cell = 20;
  std::vector<std::uint32_t> cells;
  const TriangleMesh coarse = clustered(person, cell, &cells);
  REQUIRE(cells.size() == person.vertices.size());
  for (std::size_t n = 0; n < cells.size(); ++n)
    CHECK(norm(coarse.vertices[cells[n]] - person.vertices[n]) < 2 * cell);
  CHECK(coarse.triangles.size() < person.triangles.size());
  CHECK_FALSE(coarse.triangles.empty());
  for (const Vec3 axis : {Vec3{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}) {
    CHECK(extent(coarse, axis).low == Approx(extent(person, axis).low).margin(cell));
    CHECK(extent(coarse, axis).high == Approx(extent(person, axis).high).margin(cell));
  }
  std::set<std::array<std::uint32_t, 3>> seen;
  for (const auto& t : coarse.triangles) {
    CHECK((t[0] < coarse.vertices.size() && t[1] < coarse.vertices.size() && t[2] < coarse.vertices.size()));
    CHECK((t[0] != t[1] && t[1] != t[2] && t[2] != t[0]));
    CHECK(seen.insert(t).second);
  }
}

TEST_CASE("Cells smaller than any edge leave a mesh as it is") {
  const TriangleMesh tetrahedron{{{0, 0, 0}, {10, 0, 0}, {0, 10, 0}, {0, 0, 10}},
                                 {{0, 2, 1}, {0, 1, 3}, {1, 2, 3}, {0, 3, 2}}};
  const TriangleMesh same = clustered(tetrahedron, 1);
  CHECK(same.vertices == tetrahedron.vertices);
  CHECK(same.triangles.size() == 4);
  CHECK(clustered(tetrahedron, 100).triangles.empty());
}
