#pragma once

#include <Eigen/Core>
#include <filesystem>
#include <vector>

#include "core/base/progress.h"
#include "core/tensors/dataset.h"

namespace skiagraph::evaluation {

/// Networks that never saw one base anatomy.
struct HeldOutNetworks {
  std::filesystem::path folder;
  int base = 0;  ///< that they never saw, as the data set numbers it
};

/// What a departure from the mean person is worth for people whose base anatomy the networks never saw: for
/// row and column of each marker the slope, from 0 to 1, of the true departure over that which the loop
/// finds, (34). On the first `people` training people of each base, from whom those networks did not learn.
/// Throws as Predictor does, InputError when there is nobody of a base, Cancelled.
Eigen::VectorXd measured_trust(const std::vector<HeldOutNetworks>& networks, const tensors::Dataset& dataset,
                               std::int64_t people, const ProgressFunction& progress = {},
                               const CancelToken* cancel = nullptr);

}  // namespace skiagraph::evaluation
