#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/base/progress.h"
#include "core/inference/predictor.h"

namespace skiagraph::benchmark {

/// A hand that leads a marker along a circle, 60 mouse events a second, and lets go.
struct DragPlan {
  Marker marker = Marker::kLiverTop;
  int events = 200;
  double events_per_second = 60, radius_px = 6;
  bool drafts = true;  ///< false: in float32 while it moves as well
};

struct DragTimes {
  std::vector<double> frame_ms;  ///< from one picture to the next while the hand moves
  double settle_ms = 0;          ///< from the release to markers at rest
  int settle_iterations = 0;
};

/// The loop as the window asks for it: while the hand moves one iteration from where the last one ended, for
/// the newest place of the hand; after the release until nothing moves. `start`: the markers at rest.
DragTimes simulate_drag(inference::Predictor& predictor,
                        const std::shared_ptr<const geometry::SurfaceImage>& surface,
                        const MarkerPositions& start, const DragPlan& plan = {},
                        const CancelToken* cancel = nullptr);

}  // namespace skiagraph::benchmark
