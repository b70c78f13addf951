#include "core/geometry/surface_quality.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "tests/core/geometry/humanoid.h"
#include "tests/core/geometry/shapes.h"

using namespace skiagraph;
using namespace skiagraph::geometry;

namespace {

TriangleMesh rounded(TriangleMesh mesh, double step) {
  for (Vec3& p : mesh.vertices)
    p = {std::round(p.x / step) * step, std::round(p.y / step) * step, std::round(p.z / step) * step};
  return mesh;
}

}  // namespace

TEST_CASE("The step of coordinates is that to which they were rounded") {
  CHECK(coordinate_step(humanoid()) < 1);
  for (const double step : {5.0, 31.25}) CHECK(coordinate_step(rounded(humanoid(), step)) == Approx(step));
  CHECK(coordinate_step(box({0, 0, 0}, {300, 200, 1700})) == 0);  // too few to tell
}

TEST_CASE("Open edges are those of one triangle alone, also where each triangle has corners of its own") {
  TriangleMesh ball = ellipsoid({0, 0, 0}, {100, 100, 100});
  CHECK(open_edges_length(ball) == Approx(0).margin(1e-6));
  std::erase_if(ball.triangles, [&](const auto& triangle) {
    return ball.vertices[triangle[0]].z + ball.vertices[triangle[1]].z + ball.vertices[triangle[2]].z < 0;
  });
  const double rim = 2 * std::numbers::pi * 100;
  CHECK(open_edges_length(ball) == Approx(rim).epsilon(0.1));
  TriangleMesh apart;
  for (const auto& triangle : ball.triangles) {
    const auto first = static_cast<std::uint32_t>(apart.vertices.size());
    for (const std::uint32_t corner : triangle) apart.vertices.push_back(ball.vertices[corner]);
    apart.triangles.push_back({first, first + 1, first + 2});
  }
  CHECK(open_edges_length(apart) == Approx(open_edges_length(ball)));
}
