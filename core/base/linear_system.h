#pragma once

#include <vector>

namespace skiagraph {

/// Rows.
using DenseMatrix = std::vector<std::vector<double>>;

/// The x of a x = b for a small square matrix, by elimination with pivots. Throws Error when a is singular.
std::vector<double> solve(DenseMatrix a, std::vector<double> b);

}  // namespace skiagraph
