#pragma once

#include <Eigen/Core>
#include <array>

#include "core/geometry/surface_image.h"
#include "core/inference/predictor.h"

namespace skiagraph::applications {

/// What the surface alone tells of the markers: a normal distribution around the loop's answer.
struct MarkerPrior {
  Eigen::VectorXd mean;        ///< (34), order of inference::to_vector()
  Eigen::MatrixXd covariance;  ///< (34, 34) px^2
};

/// Markers vary together as among people who could wear one skin (LearnedPeople::interior_covariance), and
/// each by as much as its 95 % margin says. Where nobody knows how they vary together, each goes alone.
MarkerPrior marker_prior(const inference::Predictor& predictor, const geometry::SurfaceImage& surface,
                         const inference::MarkerEstimates& rest);

/// The most probable places of all markers when those of some are known; these stay where they are.
MarkerPositions places_given(const MarkerPrior& prior, const MarkerPositions& places,
                             const std::array<bool, kMarkerCount>& known);

}  // namespace skiagraph::applications
