#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/vector.h"

namespace skiagraph::anatomy {

/// Where the nodes of a regular grid of the patient frame lie.
struct GridGeometry {
  int nx = 0, ny = 0, nz = 0;
  Vec3 origin_mm;  ///< node (0, 0, 0)
  Vec3 spacing_mm{1, 1, 1};

  [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(nx) * ny * nz; }
  /// y runs fastest, then x, then z: rays run along y.
  [[nodiscard]] std::size_t index(int i, int j, int k) const {
    return (static_cast<std::size_t>(k) * nx + i) * ny + j;
  }
  [[nodiscard]] Vec3 position(int i, int j, int k) const {
    return {origin_mm.x + i * spacing_mm.x, origin_mm.y + j * spacing_mm.y, origin_mm.z + k * spacing_mm.z};
  }
  /// Of the node with this index.
  [[nodiscard]] Vec3 position(std::size_t n) const {
    const auto y = static_cast<std::size_t>(ny), x = static_cast<std::size_t>(nx);
    return position(static_cast<int>(n / y % x), static_cast<int>(n % y), static_cast<int>(n / y / x));
  }
  /// Index of the node nearest to a place; outside the grid, of the nearest one at its edge.
  [[nodiscard]] std::uint32_t nearest(Vec3 p) const {
    const auto node = [](double place, double origin, double spacing, int count) {
      return static_cast<int>(std::clamp((place - origin) / spacing + 0.5, 0.0, count - 1.0));
    };
    return static_cast<std::uint32_t>(index(node(p.x, origin_mm.x, spacing_mm.x, nx),
                                            node(p.y, origin_mm.y, spacing_mm.y, ny),
                                            node(p.z, origin_mm.z, spacing_mm.z, nz)));
  }
};

/// The cell of a grid that a point lies in, and how far along it.
struct GridCell {
  std::size_t first = 0;               ///< node of the cell's low corner
  std::size_t step_x = 0, step_z = 0;  ///< to the next node along x and z; along y it is 1
  float x = 0, y = 0, z = 0;           ///< weights of the next nodes, [0, 1]

  /// False when the point lies outside the grid.
  static bool find(const GridGeometry& grid, Vec3 p, GridCell& cell);

  /// Trilinear. T: float or anything with + and * float.
  template <typename T>
  [[nodiscard]] T interpolate(const T* values) const {
    const T* v = values + first;
    const auto along_y = [&](const T* at) { return at[0] * (1 - y) + at[1] * y; };
    const T low = along_y(v) * (1 - x) + along_y(v + step_x) * x;
    const T high = along_y(v + step_z) * (1 - x) + along_y(v + step_z + step_x) * x;
    return low * (1 - z) + high * z;
  }
};

/// Values on a regular grid that can be looked up anywhere.
struct SampledField {
  GridGeometry grid;
  std::vector<float> values;

  /// Trilinear; outside the grid 0.
  [[nodiscard]] float at(Vec3 p) const {
    GridCell cell;
    return GridCell::find(grid, p, cell) ? cell.interpolate(values.data()) : 0.0F;
  }
};

inline bool GridCell::find(const GridGeometry& grid, Vec3 p, GridCell& cell) {
  const double fx = (p.x - grid.origin_mm.x) / grid.spacing_mm.x,
               fy = (p.y - grid.origin_mm.y) / grid.spacing_mm.y,
               fz = (p.z - grid.origin_mm.z) / grid.spacing_mm.z;
  if (!(fx >= 0 && fy >= 0 && fz >= 0 && fx <= grid.nx - 1 && fy <= grid.ny - 1 && fz <= grid.nz - 1))
    return false;
  // The last node belongs to the cell before it.
  const auto whole = [](double f, int n) {
    const int i = static_cast<int>(f);
    return i < n - 1 ? i : n - 2;
  };
  const int i = whole(fx, grid.nx), j = whole(fy, grid.ny), k = whole(fz, grid.nz);
  cell.first = grid.index(i, j, k);
  cell.step_x = static_cast<std::size_t>(grid.ny);
  cell.step_z = cell.step_x * grid.nx;
  cell.x = static_cast<float>(fx - i);
  cell.y = static_cast<float>(fy - j);
  cell.z = static_cast<float>(fz - k);
  return true;
}

}  // namespace skiagraph::anatomy
