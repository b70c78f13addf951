#include "core/bodies/voxelised_mesh.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "tests/core/bodies/mesh_measures.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;

namespace {

ScalarGrid empty_grid(int nodes) {
  ScalarGrid grid{nodes, nodes, nodes, {1, 1, 1}, {}, {}};
  grid.values.resize(static_cast<std::size_t>(nodes) * nodes * nodes);
  return grid;
}

float& voxel(ScalarGrid& grid, int i, int j, int k) {
  return grid.values[(static_cast<std::size_t>(k) * grid.ny + j) * grid.nx + i];
}

TriangleMesh ball(double radius, Vec3 centre) {
  constexpr int kNodes = 41;
  ScalarGrid grid = empty_grid(kNodes);
  for (int k = 0; k < kNodes; ++k)
    for (int j = 0; j < kNodes; ++j)
      for (int i = 0; i < kNodes; ++i)
        voxel(grid, i, j, k) = static_cast<float>(radius - norm(Vec3{i - 20.0, j - 20.0, k - 20.0}));
  TriangleMesh mesh = surface_nets(grid, 0);
  for (Vec3& p : mesh.vertices) p = p + centre - Vec3{20, 20, 20};
  return mesh;
}

double sum(const ScalarGrid& grid) {
  return std::accumulate(grid.values.begin(), grid.values.end(), 0.0);
}

}  // namespace

TEST_CASE("A voxelised ball has its volume, place and smooth edge") {
  const TriangleMesh mesh = ball(15, {100, 200, 300});
  ScalarGrid grid = grid_around({mesh}, 2.5);
  voxelise(mesh, grid);
  CHECK(sum(grid) * 2.5 * 2.5 * 2.5 == Approx(measure(mesh).volume_mm3).epsilon(0.02));
  CHECK(value_at(grid, {100, 200, 300}) == Approx(1));
  CHECK(value_at(grid, {100, 200, 317}) == Approx(0));
  CHECK(value_at(grid, {1000, 200, 300}) == 0);
  const double before = sum(grid);
  smooth(grid);
  CHECK(sum(grid) == Approx(before).epsilon(1e-4));
}

TEST_CASE("A body is one piece without cavities") {
  ScalarGrid grid = empty_grid(12);
  for (int k = 2; k < 9; ++k)
    for (int j = 2; j < 9; ++j)
      for (int i = 2; i < 9; ++i) voxel(grid, i, j, k) = 1;
  voxel(grid, 5, 5, 5) = 0;
  voxel(grid, 10, 10, 10) = 1;
  make_one_body(grid, 0.5F);
  CHECK(sum(grid) == Approx(7 * 7 * 7));
}

TEST_CASE(
    "A body that touches itself along an edge or in a corner has a surface with every edge used twice") {
  for (const Vec3 step : {Vec3{1, 1, 0}, Vec3{0, 1, -1}, Vec3{1, -1, 1}}) {
    ScalarGrid grid = empty_grid(12);
    const auto block = [&](int i, int j, int k) {
      for (int n = 0; n < 8; ++n) voxel(grid, i + (n & 1), j + ((n >> 1) & 1), k + (n >> 2)) = 1;
    };
    block(4, 4, 4);
    block(4 + 2 * static_cast<int>(step.x), 4 + 2 * static_cast<int>(step.y),
          4 + 2 * static_cast<int>(step.z));
    const double before = sum(grid);
    make_one_body(grid, 0.5F);
    CHECK(sum(grid) <= before + 8);
    CHECK(measure(surface_nets(grid, 0.5F)).closed);
  }
}
