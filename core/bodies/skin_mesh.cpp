#include "core/bodies/skin_mesh.h"

#include <array>

namespace skiagraph::bodies {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;

struct Cell {
  int i, j, k;
};

/// Mean of the places where the 12 edges of the cell cross the level, in grid coordinates; false when none
/// does.
bool cell_vertex(const ScalarGrid& grid, Cell cell, float level, Vec3& vertex) {
  std::array<float, 8> value;
  for (int c = 0; c < 8; ++c)
    value[c] = grid.at(cell.i + (c & 1), cell.j + ((c >> 1) & 1), cell.k + ((c >> 2) & 1)) - level;
  Vec3 sum;
  int crossings = 0;
  for (int c = 0; c < 8; ++c)
    for (int axis = 0; axis < 3; ++axis) {
      const int other = c | (1 << axis);
      if (other == c || (value[c] > 0) == (value[other] > 0)) continue;
      const double t = value[c] / (value[c] - value[other]);
      sum = sum + Vec3{(c & 1) + (axis == 0 ? t : 0), ((c >> 1) & 1) + (axis == 1 ? t : 0),
                       ((c >> 2) & 1) + (axis == 2 ? t : 0)};
      ++crossings;
    }
  if (crossings == 0) return false;
  vertex = Vec3{static_cast<double>(cell.i), static_cast<double>(cell.j), static_cast<double>(cell.k)} +
           sum * (1.0 / crossings);
  return true;
}

}  // namespace

geometry::TriangleMesh surface_nets(const ScalarGrid& grid, float level) {
  geometry::TriangleMesh mesh;
  const int cx = grid.nx - 1, cy = grid.ny - 1, cz = grid.nz - 1;
  std::vector<std::uint32_t> vertex_of(static_cast<std::size_t>(cx) * cy * cz, kNone);
  const auto cell_index = [&](int i, int j, int k) {
    return (static_cast<std::size_t>(k) * cy + j) * cx + i;
  };
  for (int k = 0; k < cz; ++k)
    for (int j = 0; j < cy; ++j)
      for (int i = 0; i < cx; ++i) {
        Vec3 v;
        if (!cell_vertex(grid, {i, j, k}, level, v)) continue;
        vertex_of[cell_index(i, j, k)] = static_cast<std::uint32_t>(mesh.vertices.size());
        mesh.vertices.push_back({grid.origin_mm.x + v.x * grid.spacing_mm.x,
                                 grid.origin_mm.y + v.y * grid.spacing_mm.y,
                                 grid.origin_mm.z + v.z * grid.spacing_mm.z});
      }
  // Each grid edge that crosses the level gives a quad of the four cells around it.
  for (int k = 0; k < cz; ++k)
    for (int j = 0; j < cy; ++j)
      for (int i = 0; i < cx; ++i)
        for (int axis = 0; axis < 3; ++axis) {
          const bool four_cells = (axis == 0 || i > 0) && (axis == 1 || j > 0) && (axis == 2 || k > 0);
          if (!four_cells) continue;
          const bool here = grid.at(i, j, k) > level;
          const bool there = grid.at(i + (axis == 0), j + (axis == 1), k + (axis == 2)) > level;
          if (here == there) continue;
          const std::array<int, 3> u{axis == 2, axis == 0, axis == 1}, v{axis == 1, axis == 2, axis == 0};
          const std::array<std::uint32_t, 4> quad{
              vertex_of[cell_index(i, j, k)], vertex_of[cell_index(i - u[0], j - u[1], k - u[2])],
              vertex_of[cell_index(i - u[0] - v[0], j - u[1] - v[1], k - u[2] - v[2])],
              vertex_of[cell_index(i - v[0], j - v[1], k - v[2])]};
          if (here) {
            mesh.triangles.push_back({quad[0], quad[1], quad[2]});
            mesh.triangles.push_back({quad[0], quad[2], quad[3]});
          } else {
            mesh.triangles.push_back({quad[0], quad[2], quad[1]});
            mesh.triangles.push_back({quad[0], quad[3], quad[2]});
          }
        }
  return mesh;
}

}  // namespace skiagraph::bodies
