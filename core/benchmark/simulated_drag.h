#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/base/progress.h"
#include "core/inference/predictor.h"

namespace skiagraph::benchmark {

/// A mouse drags a marker along a circle, with 60 events a second, and releases it.
struct DragPlan {
  Marker marker = Marker::kLiverTop;
  int events = 200;
  double events_per_second = 60, radius_px = 6;
  bool drafts = true;  ///< false: float32 during the drag as well
};

struct DragTimes {
  std::vector<double> frame_ms;  ///< from one X-ray to the next during the drag
  double settle_ms = 0;          ///< from the release until the loop has converged
  int settle_iterations = 0;
};

/// Runs the loop as the window does. During the drag each frame is one iteration for the newest mouse
/// position, and starts from the positions of the frame before (MarkerEstimate::position). After the release
/// the loop runs until it converges. `start`: the markers of a converged run. Throws Cancelled when stopped.
DragTimes simulate_drag(inference::Predictor& predictor,
                        const std::shared_ptr<const geometry::SurfaceImage>& surface,
                        const MarkerPositions& start, const DragPlan& plan = {},
                        const CancelToken* cancel = nullptr);

}  // namespace skiagraph::benchmark
