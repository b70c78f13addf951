#include "core/applications/completion/coarse_differences.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::applications {

CoarseDifferences::CoarseDifferences(const geometry::SurfaceImage& surface) {
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  constexpr int kCellRows = 64;
  const int side = std::max(1, frame.rows / kCellRows), across = (frame.columns + side - 1) / side;
  cells_ = across * ((frame.rows + side - 1) / side);
  least_ = side * side / 2.0;
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column)
      cell_of_.push_back(surface.inside(row, column) ? row / side * across + column / side : -1);
}

Eigen::VectorXd CoarseDifferences::counts(std::span<const std::uint8_t> known) const {
  Eigen::VectorXd result = Eigen::VectorXd::Zero(cells_);
  for (std::size_t n = 0; n < cell_of_.size(); ++n)
    if (cell_of_[n] >= 0 && known[n] != 0) result[cell_of_[n]] += 1;
  return result;
}

Eigen::VectorXd CoarseDifferences::used(std::span<const std::uint8_t> known) const {
  return (counts(known).array() >= least_).cast<double>();
}

Eigen::VectorXd CoarseDifferences::between(std::span<const float> first, std::span<const float> second,
                                           std::span<const std::uint8_t> known) const {
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(cells_);
  for (std::size_t n = 0; n < cell_of_.size(); ++n)
    if (cell_of_[n] >= 0 && known[n] != 0) sums[cell_of_[n]] += double{first[n]} - second[n];
  const Eigen::VectorXd count = counts(known);
  return (count.array() >= least_).select(sums.array() / count.array().max(1), 0);
}

double robust_sd(const Eigen::VectorXd& values, const Eigen::VectorXd& used) {
  std::vector<double> sizes;
  for (Eigen::Index n = 0; n < values.size(); ++n)
    if (used[n] != 0) sizes.push_back(std::abs(values[n]));
  if (sizes.empty()) return 0;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::ranges::nth_element(sizes, middle);
  return 1.4826 * *middle;
}

}  // namespace skiagraph::applications
