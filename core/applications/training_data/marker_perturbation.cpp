#include "core/applications/training_data/marker_perturbation.h"

#include <Eigen/Eigenvalues>
#include <algorithm>

#include "core/base/error.h"
#include "core/inference/mean_jacobian.h"

namespace skiagraph::applications {

MarkerPerturbation MarkerPerturbation::together(const Eigen::MatrixXd& covariance, double strength) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> parts(covariance);
  MarkerPerturbation perturbation;
  // Rounding may leave a tiny negative variance.
  perturbation.factor_ =
      parts.eigenvectors() * (parts.eigenvalues().cwiseMax(0).cwiseSqrt() * strength).asDiagonal();
  return perturbation;
}

MarkerPerturbation MarkerPerturbation::among_people(const inference::Predictor& predictor, double strength) {
  if (!predictor.learned_people())
    throw InputError("augment.spread",
                     "These models do not tell how markers vary among people (people.safetensors); calibrate "
                     "them, or let markers move within a box (--box).");
  return together(predictor.learned_people()->interior_covariance, strength);
}

MarkerPerturbation MarkerPerturbation::within_box(double px) {
  MarkerPerturbation perturbation;
  perturbation.box_px_ = px;
  return perturbation;
}

MarkerPositions MarkerPerturbation::draw(const MarkerPositions& rest, const geometry::CanonicalFrame& frame,
                                         RandomStream& random) const {
  constexpr double kEdgePx = 1;
  Eigen::VectorXd shift(2 * kMarkerCount);
  for (double& value : shift)
    value = factor_ ? random.truncated_normal(0, 1) : random.uniform(-box_px_, box_px_);
  if (factor_) shift = *factor_ * shift;
  MarkerPositions drawn = inference::to_positions(inference::to_vector(rest) + shift);
  for (Pixel& place : drawn) {
    place.row = std::clamp(place.row, kEdgePx, frame.rows - 1 - kEdgePx);
    place.column = std::clamp(place.column, kEdgePx, frame.columns - 1 - kEdgePx);
  }
  return drawn;
}

}  // namespace skiagraph::applications
