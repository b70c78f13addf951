#include "core/inference/pinned_shift.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace skiagraph::inference {
namespace {

std::vector<Eigen::Index> coordinates_of(const std::vector<Marker>& markers) {
  std::vector<Eigen::Index> coordinates;
  for (const Marker marker : markers)
    for (const Eigen::Index axis : {0, 1})
      coordinates.push_back(2 * static_cast<Eigen::Index>(marker) + axis);
  return coordinates;
}

}  // namespace

Eigen::VectorXd expected_shift(const Eigen::MatrixXd& interior_covariance, const MarkerPositions& rest,
                               const MarkerPositions& pinned, const std::vector<Marker>& pins, int fold) {
  const std::vector<Eigen::Index> held = coordinates_of(pins);
  const Eigen::VectorXd moved = to_vector(pinned) - to_vector(rest);
  Eigen::VectorXd shift = Eigen::VectorXd::Zero(moved.size());
  if (held.empty() || interior_covariance.rows() != moved.size()) return shift;
  // A hand is as exact as about a pixel; this also keeps two markers that always go together apart.
  constexpr double kMostSd = 4;
  const double hand_px2 = fold * fold;
  const Eigen::MatrixXd among =
      interior_covariance(held, held) + hand_px2 * Eigen::MatrixXd::Identity(held.size(), held.size());
  const Eigen::VectorXd explained = among.ldlt().solve(moved(held));
  const double sd = std::sqrt(std::max(0.0, moved(held).dot(explained)));
  shift = interior_covariance(Eigen::all, held) * explained * std::min(1.0, kMostSd / std::max(sd, 1e-12));
  for (const Eigen::Index n : held) shift[n] = moved[n];
  return shift;
}

Eigen::VectorXd answer_offset(const Eigen::VectorXd& shift, const MeanJacobian* mean,
                              const std::vector<Marker>& pins) {
  Eigen::VectorXd offset = mean == nullptr ? shift : Eigen::VectorXd(shift - mean->jacobian * shift);
  for (const Eigen::Index n : coordinates_of(pins)) offset[n] = 0;
  return offset;
}

}  // namespace skiagraph::inference
