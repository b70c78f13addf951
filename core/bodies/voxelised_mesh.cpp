#include "core/bodies/voxelised_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace skiagraph::bodies {
namespace {

std::size_t index(const ScalarGrid& grid, int i, int j, int k) {
  return (static_cast<std::size_t>(k) * grid.ny + j) * grid.nx + i;
}

/// Where a column along y enters (+1) or leaves (-1) a mesh.
struct Crossing {
  double y;
  int turn;
};

/// Adds the triangle's crossings with all columns that it covers. A column exactly on an edge would count
/// twice or never, so columns lie slightly beside the nodes.
void add_crossings(const ScalarGrid& grid, const std::array<Vec3, 3>& corner,
                   std::vector<std::vector<Crossing>>& columns) {
  constexpr double kAsideX = 1.234e-5, kAsideZ = 2.718e-5;
  const auto grid_x = [&](Vec3 p) { return (p.x - grid.origin_mm.x) / grid.spacing_mm.x - kAsideX; };
  const auto grid_z = [&](Vec3 p) { return (p.z - grid.origin_mm.z) / grid.spacing_mm.z - kAsideZ; };
  const auto [ax, bx, cx] = std::array{grid_x(corner[0]), grid_x(corner[1]), grid_x(corner[2])};
  const auto [az, bz, cz] = std::array{grid_z(corner[0]), grid_z(corner[1]), grid_z(corner[2])};
  const double area = (bx - ax) * (cz - az) - (cx - ax) * (bz - az);
  if (area == 0) return;
  const auto last = [](double low, int count) {
    return std::min(static_cast<int>(std::floor(low)), count - 1);
  };
  const auto first = [](double high) { return std::max(static_cast<int>(std::ceil(high)), 0); };
  for (int k = first(std::min({az, bz, cz})); k <= last(std::max({az, bz, cz}), grid.nz); ++k)
    for (int i = first(std::min({ax, bx, cx})); i <= last(std::max({ax, bx, cx}), grid.nx); ++i) {
      const double b = ((i - ax) * (cz - az) - (cx - ax) * (k - az)) / area,
                   c = ((bx - ax) * (k - az) - (i - ax) * (bz - az)) / area;
      if (b < 0 || c < 0 || b + c > 1) continue;
      const double y = corner[0].y + b * (corner[1].y - corner[0].y) + c * (corner[2].y - corner[0].y);
      // Seen along +y, what faces -y is entered.
      columns[static_cast<std::size_t>(k) * grid.nx + i].push_back({y, area > 0 ? 1 : -1});
    }
}

void smooth_along(ScalarGrid& grid, std::size_t stride) {
  std::vector<float> smooth(grid.values.size());
  for (std::size_t n = stride; n + stride < grid.values.size(); ++n)
    smooth[n] = 0.25F * (grid.values[n - stride] + 2 * grid.values[n] + grid.values[n + stride]);
  grid.values = std::move(smooth);
}

/// Marks and returns the voxels that are connected with `start` by faces and are on its side of the level.
template <typename Inside>
std::vector<std::size_t> piece_from(const ScalarGrid& grid, std::size_t start, std::vector<char>& seen,
                                    const Inside& inside) {
  const std::size_t row = grid.nx, slice = row * grid.ny;
  const std::array<std::size_t, 3> strides{1, row, slice}, counts{row, slice, grid.values.size()};
  std::vector<std::size_t> piece{start};
  seen[start] = 1;
  for (std::size_t done = 0; done < piece.size(); ++done) {
    const std::size_t n = piece[done];
    for (std::size_t axis = 0; axis < 3; ++axis) {
      const std::size_t place = n % counts[axis] / strides[axis];
      const auto visit = [&](std::size_t other) {
        if (seen[other] == 0 && inside(other) == inside(n)) seen[other] = 1, piece.push_back(other);
      };
      if (place > 0) visit(n - strides[axis]);
      if (place + 1 < counts[axis] / strides[axis]) visit(n + strides[axis]);
    }
  }
  return piece;
}

/// Keeps the largest piece and fills its cavities: what the air outside does not reach.
void keep_one_piece(ScalarGrid& grid, float level) {
  std::vector<char> seen(grid.values.size(), 0);
  const auto inside = [&](std::size_t n) { return grid.values[n] > level; };
  std::vector<std::size_t> largest;
  for (std::size_t n = 0; n < grid.values.size(); ++n) {
    if (seen[n] != 0 || !inside(n)) continue;
    std::vector<std::size_t> piece = piece_from(grid, n, seen, inside);
    if (piece.size() > largest.size()) std::swap(piece, largest);
    for (const std::size_t small : piece) grid.values[small] = 0;
  }
  std::ranges::fill(seen, 0);
  for (const std::size_t n : piece_from(grid, 0, seen, inside)) seen[n] = 1;
  for (std::size_t n = 0; n < grid.values.size(); ++n)
    if (seen[n] == 0 && !inside(n)) grid.values[n] = 1;
}

/// Fills the air between voxels of a block of 2 x 2 x 2 that touch by an edge or corner alone. False when
/// there was none.
bool fill_contacts(ScalarGrid& grid, float level) {
  bool filled = false;
  const std::size_t row = grid.nx, slice = row * grid.ny;
  const auto inside = [&](std::size_t n) { return grid.values[n] > level; };
  const auto fill = [&](std::size_t n) {
    if (!inside(n)) grid.values[n] = 1, filled = true;
  };
  const auto face = [&](std::size_t n, std::size_t u, std::size_t v) {
    const bool a = inside(n), b = inside(n + u), c = inside(n + v), d = inside(n + u + v);
    if (a == d && b == c && a != b) fill(n), fill(n + u), fill(n + v), fill(n + u + v);
  };
  for (int k = 0; k + 1 < grid.nz; ++k)
    for (int j = 0; j + 1 < grid.ny; ++j)
      for (int i = 0; i + 1 < grid.nx; ++i) {
        const std::size_t n = index(grid, i, j, k);
        face(n, 1, row), face(n, 1, slice), face(n, row, slice);
        const std::array<std::size_t, 8> block{
            n, n + 1, n + row, n + row + 1, n + slice, n + slice + 1, n + slice + row, n + slice + row + 1};
        const auto count = std::ranges::count_if(block, inside);
        for (std::size_t c = 0; c < 4; ++c)
          if ((count == 2 || count == 6) && inside(block[c]) == inside(block[7 - c]) &&
              inside(block[c]) == (count == 2))
            for (const std::size_t corner : block) fill(corner);
      }
  return filled;
}

}  // namespace

ScalarGrid grid_around(const std::vector<geometry::TriangleMesh>& meshes, double spacing_mm) {
  constexpr double kFar = 1e9;
  constexpr int kAir = 4;
  Vec3 low{kFar, kFar, kFar}, high{-kFar, -kFar, -kFar};
  for (const geometry::TriangleMesh& mesh : meshes)
    for (const Vec3 p : mesh.vertices) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
    }
  const auto nodes = [&](double from, double to) {
    return static_cast<int>(std::ceil((to - from) / spacing_mm)) + 2 * kAir + 1;
  };
  const Vec3 air{kAir * spacing_mm, kAir * spacing_mm, kAir * spacing_mm};
  ScalarGrid grid{nodes(low.x, high.x),
                  nodes(low.y, high.y),
                  nodes(low.z, high.z),
                  {spacing_mm, spacing_mm, spacing_mm},
                  low - air,
                  {}};
  grid.values.resize(static_cast<std::size_t>(grid.nx) * grid.ny * grid.nz);
  return grid;
}

void voxelise(const geometry::TriangleMesh& mesh, ScalarGrid& grid) {
  std::vector<std::vector<Crossing>> columns(static_cast<std::size_t>(grid.nx) * grid.nz);
  for (const auto& [a, b, c] : mesh.triangles)
    add_crossings(grid, {mesh.vertices[a], mesh.vertices[b], mesh.vertices[c]}, columns);
  std::ranges::fill(grid.values, 0.0F);
  for (int k = 0; k < grid.nz; ++k)
    for (int i = 0; i < grid.nx; ++i) {
      auto& column = columns[static_cast<std::size_t>(k) * grid.nx + i];
      std::ranges::sort(column, {}, &Crossing::y);
      int depth = 0;
      for (std::size_t n = 0; n + 1 < column.size(); ++n) {
        depth += column[n].turn;
        if (depth <= 0) continue;
        const auto place = [&](double y) { return (y - grid.origin_mm.y) / grid.spacing_mm.y + 0.5; };
        const double from = place(column[n].y), to = place(column[n + 1].y);
        const int first = std::max(0, static_cast<int>(from)),
                  last = std::min(grid.ny - 1, static_cast<int>(to));
        for (int j = first; j <= last; ++j)
          grid.values[index(grid, i, j, k)] +=
              static_cast<float>(std::max(0.0, std::min(to, j + 1.0) - std::max<double>(from, j)));
      }
    }
}

void smooth(ScalarGrid& grid, std::size_t step) {
  const std::size_t row = grid.nx, slice = row * grid.ny;
  for (const std::size_t stride : {std::size_t{1}, row, slice}) smooth_along(grid, step * stride);
}

float value_at(const ScalarGrid& grid, Vec3 p) {
  const Vec3 q = p - grid.origin_mm;
  const double x = q.x / grid.spacing_mm.x, y = q.y / grid.spacing_mm.y, z = q.z / grid.spacing_mm.z;
  if (!(x >= 0 && y >= 0 && z >= 0 && x < grid.nx - 1 && y < grid.ny - 1 && z < grid.nz - 1)) return 0;
  const int i = static_cast<int>(x), j = static_cast<int>(y), k = static_cast<int>(z);
  const auto share = [](double place, int node, int step) {
    return static_cast<float>(step != 0 ? place - node : 1 - (place - node));
  };
  float sum = 0;
  for (int c = 0; c < 8; ++c) {
    const int di = c & 1, dj = (c >> 1) & 1, dk = c >> 2;
    sum += share(x, i, di) * share(y, j, dj) * share(z, k, dk) * grid.at(i + di, j + dj, k + dk);
  }
  return sum;
}

void make_one_body(ScalarGrid& grid, float level) {
  keep_one_piece(grid, level);
  while (fill_contacts(grid, level)) {
  }
  keep_one_piece(grid, level);
}

}  // namespace skiagraph::bodies
