#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/environment.h"
#include "core/io/base_anatomy_file.h"
#include "core/population/population.h"

namespace skiagraph {
namespace {

/// The ICRP bases when they are there, else the procedural phantom.
std::vector<anatomy::BaseAnatomy> bases() {
  const std::string shared = environment_variable("SKIAGRAPH_SHARED").value_or("../shared");
  const auto atlas = std::filesystem::path(shared) / "atlas" / "icrp110";
  return std::filesystem::exists(atlas) ? io::read_base_anatomies(atlas)
                                        : io::named_base_anatomies("phantom");
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Some people and floors, and what the paper's 2045 people with all floors would take at that speed.
void population(benchmark::State& state) {
  constexpr int kPaperPeople = 2045;
  const std::vector<anatomy::BaseAnatomy> all = bases();
  population::PopulationOptions people;
  people.count = 24;
  people.floor_skins = 0;
  population::PopulationOptions floors;
  floors.count = 1;
  floors.floor_skins = 2;
  floors.floor_picture_skins = 1;
  const population::PopulationOptions paper;
  double people_s = 0, floors_s = 0;
  const auto seconds = [&](const population::PopulationOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(population::make_population(all, options));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (auto _ : state) {
    people_s = seconds(people) / people.count;
    floors_s = seconds(floors) / floors.floor_skins;
  }
  state.counters["s_per_person"] = people_s;
  state.counters["minutes_for_2045"] = (people_s * kPaperPeople + floors_s * paper.floor_skins) / 60;
  // The pictures of all people, twice while parts are joined, come on top.
  const double pictures_mb =
      2.0 * 3 * 2 * kPaperPeople * paper.frame.rows * paper.frame.columns / 1024 / 1024;
  state.counters["peak_MB_for_2045"] = peak_megabytes() + pictures_mb;
}
BENCHMARK(population)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

}  // namespace
}  // namespace skiagraph
