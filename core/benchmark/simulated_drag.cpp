#include "core/benchmark/simulated_drag.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <thread>

#include "core/base/error.h"

namespace skiagraph::benchmark {
namespace {

using Clock = std::chrono::steady_clock;

/// The mouse position at an event, kept inside the picture.
Pixel mouse_position(Pixel centre, const DragPlan& plan, int event, const geometry::CanonicalFrame& frame) {
  const double angle = 4 * std::numbers::pi * event / plan.events;
  return {std::clamp(centre.row + plan.radius_px * std::sin(angle), 0.0, frame.rows - 1.0),
          std::clamp(centre.column + plan.radius_px * (1 - std::cos(angle)), 0.0, frame.columns - 1.0)};
}

}  // namespace

DragTimes simulate_drag(inference::Predictor& predictor,
                        const std::shared_ptr<const geometry::SurfaceImage>& surface,
                        const MarkerPositions& start, const DragPlan& plan, const CancelToken* cancel) {
  inference::LoopRequest request;
  request.surface = surface;
  request.start = start;
  request.max_iterations = 1;
  if (plan.drafts) request.precision = inference::Precision::kDraft;
  predictor.run(request);  // gives the networks the surface before time is measured

  const Pixel centre = start[static_cast<std::size_t>(plan.marker)];
  const auto start_time = Clock::now();
  const auto time_of = [&](int event) {
    return start_time + std::chrono::duration_cast<Clock::duration>(
                            std::chrono::duration<double>(event / plan.events_per_second));
  };
  DragTimes times;
  auto last_frame = start_time;
  for (int event = 0; event < plan.events;) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    std::this_thread::sleep_until(time_of(event + 1));
    while (event < plan.events && time_of(event + 1) <= Clock::now()) ++event;
    request.pins = {{plan.marker, mouse_position(centre, plan, event, predictor.frame())}};
    const inference::LoopResult frame = predictor.run(request);
    predictor.fine_xray(surface, frame.xray, request.precision);  // what is shown
    request.start = inference::positions_of(frame.markers);
    const auto now = Clock::now();
    times.frame_ms.push_back(std::chrono::duration<double, std::milli>(now - last_frame).count());
    last_frame = now;
  }
  request.precision = inference::Precision::kFinal;
  request.max_iterations = inference::LoopRequest().max_iterations;
  const inference::LoopResult settled = predictor.run(request);
  predictor.fine_xray(surface, settled.xray, request.precision);
  times.settle_iterations = settled.iterations;
  times.settle_ms = std::chrono::duration<double, std::milli>(Clock::now() - time_of(plan.events)).count();
  return times;
}

}  // namespace skiagraph::benchmark
