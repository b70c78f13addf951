#include <benchmark/benchmark.h>

#include "tests/benchmark/built_in_scan.h"

namespace skiagraph {
namespace {

void align_built_in_person(benchmark::State& state) {
  const geometry::TriangleMesh mesh = bodies::built_in_person();
  for (auto _ : state) benchmark::DoNotOptimize(geometry::align_scan(mesh));
  state.counters["triangles"] = static_cast<double>(mesh.triangles.size());
}
BENCHMARK(align_built_in_person)->Unit(benchmark::kMillisecond);

void rasterise_built_in_person(benchmark::State& state) {
  built_in_scan();
  for (auto _ : state) benchmark::DoNotOptimize(built_in_surface());
  state.counters["triangles"] = static_cast<double>(built_in_scan().mesh.triangles.size());
}
BENCHMARK(rasterise_built_in_person)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace skiagraph
