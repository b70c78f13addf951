#include "core/anatomy/patient/displacement_field.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace skiagraph::anatomy {
namespace {

// Largest displacement of the first step, before squaring.
constexpr double kFirstStepMm = 1;

Vec3 difference(Vec3f a, Vec3f b, double spacing) {
  return {(b.x - a.x) / spacing, (b.y - a.y) / spacing, (b.z - a.z) / spacing};
}

}  // namespace

double DisplacementField::least_jacobian() const {
  const std::size_t step_x = grid.ny, step_z = step_x * grid.nx;
  double least = 1;
  for (int k = 0; k + 1 < grid.nz; ++k)
    for (int i = 0; i + 1 < grid.nx; ++i)
      for (int j = 0; j + 1 < grid.ny; ++j) {
        const std::size_t n = grid.index(i, j, k);
        const Vec3 dx = difference(shift[n], shift[n + step_x], grid.spacing_mm.x) + Vec3{1, 0, 0},
                   dy = difference(shift[n], shift[n + 1], grid.spacing_mm.y) + Vec3{0, 1, 0},
                   dz = difference(shift[n], shift[n + step_z], grid.spacing_mm.z) + Vec3{0, 0, 1};
        least = std::min(least, dot(cross(dx, dy), dz));
      }
  return least;
}

DisplacementField flow(const DisplacementField& velocity, double time) {
  float fastest = 0;
  for (const Vec3f v : velocity.shift)
    fastest = std::max({fastest, std::abs(v.x), std::abs(v.y), std::abs(v.z)});
  const double farthest = fastest * std::abs(time);
  const int squarings = std::max(0, static_cast<int>(std::ceil(std::log2(farthest / kFirstStepMm + 1e-9))));
  DisplacementField now = velocity;
  const auto scale = static_cast<float>(time / std::exp2(squarings));
  for (Vec3f& s : now.shift) s = s * scale;
  const GridGeometry& grid = velocity.grid;
  std::vector<Vec3f> next(now.shift.size());
  for (int step = 0; step < squarings; ++step) {
    std::size_t n = 0;
    for (int k = 0; k < grid.nz; ++k)
      for (int i = 0; i < grid.nx; ++i)
        for (int j = 0; j < grid.ny; ++j, ++n) {
          const Vec3f s = now.shift[n];
          GridCell cell;
          next[n] = s;
          if (s.x == 0 && s.y == 0 && s.z == 0) continue;
          if (GridCell::find(grid, grid.position(i, j, k) + Vec3{s.x, s.y, s.z}, cell))
            next[n] = s + cell.interpolate(now.shift.data());
        }
    std::swap(now.shift, next);
  }
  return now;
}

}  // namespace skiagraph::anatomy
