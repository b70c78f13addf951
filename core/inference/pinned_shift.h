#pragma once

#include <Eigen/Core>
#include <vector>

#include "core/inference/learned_people.h"
#include "core/inference/mean_jacobian.h"

namespace skiagraph::inference {

/// What a pin tells about the other markers. Among the people who could wear one skin, the markers vary
/// together (LearnedPeople::interior_covariance): where one lies lower than expected, others do too. So where
/// the user holds some markers, the others are expected at the conditional mean of that normal distribution,
/// C_fp C_pp^-1 (pins - rest) from where they rest without pins. (34), in the order of to_vector(): the
/// pinned markers' own shift is that of their pins.
Eigen::VectorXd expected_shift(const Eigen::MatrixXd& interior_covariance, const MarkerPositions& rest,
                               const MarkerPositions& pinned, const std::vector<Marker>& pins, int fold = 1);

/// What has to be added to MPN's answers so that the loop comes to rest with the markers shifted by `shift`
/// from where it rests without pins: (I - J) shift, 0 for pinned markers. For the networks' own mean Jacobian
/// J; without one (nullptr) each answer is taken to ignore where the markers are drawn.
Eigen::VectorXd answer_offset(const Eigen::VectorXd& shift, const MeanJacobian* mean,
                              const std::vector<Marker>& pins);

}  // namespace skiagraph::inference
