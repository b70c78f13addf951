#include "core/anatomy/base/volume_skin.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "tests/core/bodies/mesh_measures.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;

TEST_CASE("The skin of a ball of labels in thick slices is the ball, closed and at its place") {
  constexpr double kRadius = 33;
  LabelVolume volume;
  volume.nx = volume.ny = 72;
  volume.nz = 24;
  volume.spacing_mm = {1, 1, 4};
  volume.origin_mm = {100, -40, 900};
  const Vec3 centre{135.5, -4.5, 946};
  for (int k = 0; k < volume.nz; ++k)
    for (int j = 0; j < volume.ny; ++j)
      for (int i = 0; i < volume.nx; ++i) {
        const double r = norm(volume.position(i, j, k) - centre);
        volume.labels.push_back(r > kRadius ? 0 : r > 20 ? 122 : 7);
      }
  const TriangleMesh skin = volume_skin(volume);
  const MeshMeasures ball = measure(skin);
  CHECK(ball.closed);
  CHECK(ball.euler == 2);  // what is inside the skin is not part of it
  CHECK(ball.volume_mm3 == Approx(4 / 3.0 * std::numbers::pi * std::pow(kRadius, 3)).epsilon(0.03));
  for (const Vec3 v : skin.vertices) CHECK(std::abs(norm(v - centre) - kRadius) < 4);
}

TEST_CASE("A body that fills its volume has a closed skin on the border") {
  LabelVolume volume{40, 44, 48, {2, 2, 2}, {0, 0, 0}, std::vector<std::uint8_t>(40 * 44 * 48, 1)};
  const MeshMeasures box = measure(volume_skin(volume));
  CHECK(box.closed);
  // The net rounds edges and corners.
  CHECK(box.volume_mm3 == Approx(80 * 88 * 96).epsilon(0.03));
}

TEST_CASE("Air alone has no skin") {
  CHECK(volume_skin({4, 4, 4, {1, 1, 1}, {0, 0, 0}, std::vector<std::uint8_t>(64, 0)}).triangles.empty());
}
