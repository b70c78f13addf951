#pragma once

#include <torch/types.h>

#include <optional>
#include <vector>

#include "core/evaluation/person.h"
#include "core/inference/predictor.h"

namespace skiagraph::evaluation {

/// The result of one edit: a marker is moved up or down the body and held there until the loop has converged;
/// then it is released.
struct Edit {
  Marker marker;
  double moved_mm = 0;  ///< downwards
  /// Distance between the pinned marker and the structure that the picture showed at the marker before.
  double edge_error_mm = 0;
  /// Displacement of the other markers as a share of the one that displacement_slopes predicts; 1: as far as
  /// predicted. Nothing when there is no prediction.
  std::optional<double> followed;
  double sharpness = 0;  ///< detail power of the edited picture over that before
  double kept = 0;       ///< share of the displacement that is left after release
  int iterations = 0;    ///< until convergence after a drag that has one iteration for each frame
};

/// How landmarks move together under one skin: (kMarkerCount, kMarkerCount) float64, the mean displacement
/// downwards of the column's marker for 1 mm of the row's. From draws of the interior (S, D, kLandmarkCount,
/// 2) mm, as Dataset::floor_draws_mm.
torch::Tensor displacement_slopes(const torch::Tensor& floor_draws_mm);

/// Markers on an edge that the picture shows: tops of lungs and liver, iliac crests, femoral heads.
const std::vector<Marker>& edge_markers();

/// rest: the converged loop without a pin; `displacement_slopes` may be undefined.
Edit edit(inference::Predictor& predictor, const Person& person, const inference::LoopResult& rest,
          Marker marker, double down_mm, const torch::Tensor& displacement_slopes);

/// How far a structure of `before` around `from` must be moved down beyond `to` to be found in `after`: the
/// shift, in pixels, at which the vertical differences of both correlate best, within 8 px. Pictures (H, W)
/// float32.
double arrival_error_px(const torch::Tensor& before, Pixel from, const torch::Tensor& after, Pixel to);

}  // namespace skiagraph::evaluation
