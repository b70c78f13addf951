#pragma once

#include <Eigen/Core>
#include <optional>

#include "core/base/random.h"
#include "core/geometry/canonical_frame.h"
#include "core/inference/predictor.h"
#include "core/markers/marker_table.h"

namespace skiagraph::applications {

/// Draws places of all markers around those of one person: as markers vary together among people, or each by
/// itself within a box, as in the paper (section 6.1).
class MarkerPerturbation {
 public:
  /// covariance: (34, 34) px^2, in the order of inference::to_vector(). strength: standard deviations are
  /// multiplied by it.
  static MarkerPerturbation together(const Eigen::MatrixXd& covariance, double strength = 1);
  /// As markers vary among people who could wear one skin. Throws InputError when the models do not tell.
  static MarkerPerturbation among_people(const inference::Predictor& predictor, double strength = 1);
  /// Rows and columns each within +-`px`.
  static MarkerPerturbation within_box(double px);

  /// Within the frame.
  [[nodiscard]] MarkerPositions draw(const MarkerPositions& rest, const geometry::CanonicalFrame& frame,
                                     RandomStream& random) const;

 private:
  std::optional<Eigen::MatrixXd> factor_;  ///< factor factor^T = covariance; nothing: the box
  double box_px_ = 0;
};

}  // namespace skiagraph::applications
