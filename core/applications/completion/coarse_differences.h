#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry/surface_image.h"

namespace skiagraph::applications {

/// Compares pictures of one frame on coarse pixels, about 16 mm wide, inside a body.
class CoarseDifferences {
 public:
  explicit CoarseDifferences(const geometry::SurfaceImage& surface);

  /// The mean of first - second in each coarse pixel over what both know; 0 where less than half is known.
  [[nodiscard]] Eigen::VectorXd between(std::span<const float> first, std::span<const float> second,
                                        std::span<const std::uint8_t> known) const;
  /// Which coarse pixels are compared: 1, else 0.
  [[nodiscard]] Eigen::VectorXd used(std::span<const std::uint8_t> known) const;

 private:
  [[nodiscard]] Eigen::VectorXd counts(std::span<const std::uint8_t> known) const;

  std::vector<int> cell_of_;  // of each pixel; -1: outside of the body
  int cells_ = 0;
  double least_ = 0;  // known pixels
};

/// 1.4826 times the median of the absolute values where `used` is not 0: the standard deviation of a normal
/// distribution, whatever the outliers. 0 for none.
double robust_sd(const Eigen::VectorXd& values, const Eigen::VectorXd& used);

}  // namespace skiagraph::applications
