#include "core/base/linear_system.h"

#include <cmath>
#include <cstddef>
#include <utility>

#include "core/base/error.h"

namespace skiagraph {

std::vector<double> solve(DenseMatrix a, std::vector<double> b) {
  const std::size_t count = b.size();
  for (std::size_t column = 0; column < count; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column + 1; row < count; ++row)
      if (std::abs(a[row][column]) > std::abs(a[pivot][column])) pivot = row;
    if (!(std::abs(a[pivot][column]) > 0))
      throw Error("A system of linear equations has no single solution.");
    std::swap(a[pivot], a[column]);
    std::swap(b[pivot], b[column]);
    for (std::size_t row = column + 1; row < count; ++row) {
      const double factor = a[row][column] / a[column][column];
      for (std::size_t n = column; n < count; ++n) a[row][n] -= factor * a[column][n];
      b[row] -= factor * b[column];
    }
  }
  for (std::size_t row = count; row-- > 0;) {
    for (std::size_t n = row + 1; n < count; ++n) b[row] -= a[row][n] * b[n];
    b[row] /= a[row][row];
  }
  return b;
}

}  // namespace skiagraph
