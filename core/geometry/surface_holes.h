#pragma once

#include <limits>
#include <vector>

namespace skiagraph::geometry {

/// Nearest and farthest surface on the ray of each pixel, row by row; mm, of no size where a ray meets none.
struct Walls {
  static constexpr double kNowhere = std::numeric_limits<double>::infinity();
  static constexpr double kThinnestMm = 1;  ///< two walls are at least this far apart

  Walls(int rows_, int columns_)
      : rows(rows_),
        columns(columns_),
        nearest(static_cast<std::size_t>(rows_) * columns_, kNowhere),
        farthest(nearest.size(), -kNowhere) {}

  int rows, columns;
  std::vector<double> nearest, farthest;

  [[nodiscard]] bool is_body(std::size_t pixel) const {
    return farthest[pixel] - nearest[pixel] >= kThinnestMm;
  }
  [[nodiscard]] bool is_seen(std::size_t pixel) const { return nearest[pixel] <= farthest[pixel]; }
};

/// Closes holes: where one wall is missing and the other is there, and gaps of up to `largest_gap` pixels
/// where both are, the missing ones are filled smoothly from the rim (a membrane, Laplace's equation). Only
/// what the body surrounds is filled. A gap between arm and trunk is no hole: the body gets thin towards it.
/// Returns the number of pixels.
int fill_holes(Walls& walls, int largest_gap);

}  // namespace skiagraph::geometry
