#include <benchmark/benchmark.h>

#include <QProcess>

namespace skiagraph {
namespace {

/// From the command to the window with its first X-ray, and the way out.
void program_to_first_xray(benchmark::State& state) {
  for (auto _ : state)
    if (QProcess::execute(SKIAGRAPH_PROGRAM, {"--models", SKIAGRAPH_MODELS, "--until-first-xray"}) != 0)
      return state.SkipWithError("the program ended without an X-ray");
}
BENCHMARK(program_to_first_xray)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);

}  // namespace
}  // namespace skiagraph
