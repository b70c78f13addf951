#pragma once

#include <Eigen/Core>

#include "core/geometry/surface_image.h"

namespace skiagraph::inference {

inline constexpr int kProfileLevels = 14;

/// The build of a trunk in few numbers: its breadth, and then its depth near the midline, at kProfileLevels
/// heights from the thighs to the neck; torso lengths, (2 kProfileLevels). Arms that are seen apart from the
/// trunk do not count.
Eigen::VectorXd surface_profile(const geometry::SurfaceImage& surface);

/// What profiles are usual: their mean and spread among the people that were learned from.
struct UsualProfile {
  Eigen::VectorXd mean = Eigen::VectorXd::Zero(2 * kProfileLevels);
  Eigen::MatrixXd precision;  ///< inverse of the covariance; empty: not known
  double usual_distance = 1;  ///< hardly anybody (1 in 100) is farther from the mean

  /// Mahalanobis distance.
  [[nodiscard]] double distance(const Eigen::VectorXd& profile) const;
  /// How far a body is from those learned from: up to 1 is usual, above 1 it is unlike them. 0: not known.
  [[nodiscard]] double unlikeness(const Eigen::VectorXd& profile) const;
};

/// profiles: one row for each person that was learned from; others: people that were not, who tell what
/// distance is usual.
UsualProfile usual_profile(const Eigen::MatrixXd& profiles, const Eigen::MatrixXd& others);

}  // namespace skiagraph::inference
