#include <benchmark/benchmark.h>

#include <filesystem>

#include "core/inference/predictor.h"
#include "tests/benchmark/built_in_scan.h"

namespace skiagraph {
namespace {

/// What a person waits for: a loop of `iterations` steps, from network T or from where an earlier loop ended.
void predict(benchmark::State& state, int iterations, bool warm, inference::Precision precision) {
  if (!std::filesystem::exists(std::filesystem::path(SKIAGRAPH_MODELS) / "cign.safetensors")) {
    state.SkipWithError("no weights in models/");
    return;
  }
  inference::Predictor predictor(SKIAGRAPH_MODELS);
  inference::LoopRequest request{
      .surface = std::make_shared<geometry::SurfaceImage>(built_in_surface()), .pins = {}, .start = {}};
  const inference::LoopResult settled = predictor.run(request);
  request.max_iterations = iterations;
  if (warm) {
    request.start.emplace();
    for (int marker = 0; marker < kMarkerCount; ++marker)
      (*request.start)[marker] = settled.markers[marker].position;
    Pixel dragged = settled.markers[static_cast<int>(Marker::kLiverTop)].position;
    dragged.row += 3;
    request.pins = {{Marker::kLiverTop, dragged}};
  }
  request.precision = precision;
  int done = 0;
  for (auto _ : state) done = predictor.run(request).iterations;
  state.counters["iterations"] = done;
}
BENCHMARK_CAPTURE(predict, drag_frame, 1, true, inference::Precision::kDraft)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(predict, drag_to_convergence, 50, true, inference::Precision::kFinal)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(predict, first_picture, 1, false, inference::Precision::kFinal)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(predict, first_to_convergence, 50, false, inference::Precision::kFinal)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace skiagraph
