#pragma once

#include <torch/types.h>

#include <optional>
#include <vector>

#include "core/evaluation/person.h"
#include "core/inference/predictor.h"

namespace skiagraph::evaluation {

/// What came of one edit: a marker moved up or down the body, held there until the loop was at rest, and
/// released.
struct Edit {
  Marker marker;
  double moved_mm = 0;  ///< downwards
  /// How far from the pinned marker the picture's structure, which lay at the marker before, has arrived.
  double edge_error_mm = 0;
  /// The other markers' way along the way that they go in people who differ so, 1: as far as those. Nothing
  /// when it is not known how those go.
  std::optional<double> followed;
  double sharpness = 0;  ///< detail power of the edited picture over that before
  double kept = 0;       ///< share of the way that is left after release
  int iterations = 0;    ///< until rest after a hand has led the marker there, a turn for each of its frames
};

/// How landmarks go together under one skin: (17, 17) float64, mean way downwards of the column's marker for
/// 1 mm of the row's. From draws of the interior (S, D, 18, 2) mm, as Dataset::floor_draws_mm.
torch::Tensor companions(const torch::Tensor& floor_draws_mm);

/// Markers on an edge that the picture shows: tops of lungs and liver, iliac crests, femoral heads.
const std::vector<Marker>& edge_markers();

/// rest: where the loop came to rest without a pin; `companions` may be undefined.
Edit edit(inference::Predictor& predictor, const Person& person, const inference::LoopResult& rest,
          Marker marker, double down_mm, const torch::Tensor& companions);

/// How far a structure of `before` around `from` must be moved down beyond `to` to be found in `after`: the
/// shift, in pixels, at which the vertical differences of both correlate best, within 8 px. Pictures (H, W)
/// float32.
double arrival_error_px(const torch::Tensor& before, Pixel from, const torch::Tensor& after, Pixel to);

}  // namespace skiagraph::evaluation
