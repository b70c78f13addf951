#include "core/bodies/skin_mesh.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <numbers>

#include "tests/core/bodies/mesh_measures.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using std::numbers::pi;

namespace {

/// Samples a signed distance on a grid of about 100 mm about `centre`.
ScalarGrid sampled(const std::function<double(Vec3)>& inside, Vec3 centre, Vec3 spacing) {
  constexpr double kHalf = 56;
  ScalarGrid grid;
  grid.spacing_mm = spacing;
  grid.nx = static_cast<int>(2 * kHalf / spacing.x) + 1;
  grid.ny = static_cast<int>(2 * kHalf / spacing.y) + 1;
  grid.nz = static_cast<int>(2 * kHalf / spacing.z) + 1;
  grid.origin_mm = centre - Vec3{kHalf, kHalf, kHalf};
  for (int k = 0; k < grid.nz; ++k)
    for (int j = 0; j < grid.ny; ++j)
      for (int i = 0; i < grid.nx; ++i)
        grid.values.push_back(
            static_cast<float>(inside({grid.origin_mm.x + i * spacing.x, grid.origin_mm.y + j * spacing.y,
                                       grid.origin_mm.z + k * spacing.z})));
  return grid;
}

}  // namespace

TEST_CASE("surface nets of a ball are closed, face outwards and have its area and volume") {
  constexpr double kRadius = 40;
  for (const Vec3 spacing : {Vec3{2, 2, 2}, Vec3{2, 2.5, 4}})
    for (const float level : {0.0F, 3.0F}) {
      const Vec3 centre{13.2, -170.5, 800.9};
      const TriangleMesh mesh = surface_nets(
          sampled([&](Vec3 p) { return kRadius + level - norm(p - centre); }, centre, spacing), level);
      const MeshMeasures ball = measure(mesh);
      CHECK(ball.closed);
      CHECK(ball.euler == 2);
      CHECK(ball.area_mm2 == Approx(4 * pi * kRadius * kRadius).epsilon(0.015));
      CHECK(ball.volume_mm3 == Approx(4 / 3.0 * pi * kRadius * kRadius * kRadius).epsilon(0.01));
      double worst = 0;
      for (const Vec3 v : mesh.vertices) worst = std::max(worst, std::abs(norm(v - centre) - kRadius));
      CHECK(worst < 0.3);
    }
}

TEST_CASE("surface nets keep holes and separate pieces") {
  const auto ring = [](Vec3 p) { return 12 - std::hypot(std::hypot(p.x, p.y) - 30, p.z); };
  const MeshMeasures torus = measure(surface_nets(sampled(ring, {}, {2, 2, 2}), 0));
  CHECK(torus.closed);
  CHECK(torus.euler == 0);
  CHECK(torus.volume_mm3 == Approx(2 * pi * pi * 30 * 12 * 12).epsilon(0.02));

  const auto two = [](Vec3 p) { return 15 - std::min(norm(p - Vec3{25, 0, 0}), norm(p + Vec3{25, 0, 0})); };
  const MeshMeasures balls = measure(surface_nets(sampled(two, {}, {2, 2, 2}), 0));
  CHECK(balls.closed);
  CHECK(balls.euler == 4);

  const auto shell = [](Vec3 p) { return std::min(40 - norm(p), norm(p) - 20); };
  const MeshMeasures hollow = measure(surface_nets(sampled(shell, {}, {2, 2, 2}), 0));
  CHECK(hollow.closed);
  CHECK(hollow.volume_mm3 == Approx(4 / 3.0 * pi * (64000 - 8000)).epsilon(0.01));
}

TEST_CASE("a field that never passes the level has no surface") {
  CHECK(surface_nets(sampled([](Vec3) { return -1.0; }, {}, {8, 8, 8}), 0).triangles.empty());
}
