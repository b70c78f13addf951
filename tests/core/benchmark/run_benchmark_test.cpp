#include "core/benchmark/run_benchmark.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/inference/calibrate.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::benchmark;
using namespace skiagraph::inference;
using namespace skiagraph::networks;

namespace {

BenchmarkOptions quickly() {
  BenchmarkOptions options;
  options.repetitions = options.drags = 1;
  options.events = 3;
  return options;
}

}  // namespace

TEST_CASE("The bench times every compute type of the networks in one run and tells it as JSON") {
  const testing::TemporaryFolder folder;
  const tensors::Dataset people = GENERATE(false, true) ? testing::folded_people() : testing::small_people();
  Networks networks = make_networks(people.frame, 11);
  for (const NetworkId id : kNetworkIds) networks.network(id)->eval();
  write_networks(folder.path(), networks);
  write_calibration(calibration_path(folder.path()), calibrate(networks, people),
                    weights_checksum(weights_of(networks)));
  const auto json = nlohmann::json::parse(report_json(run_benchmark(folder.path(), quickly())));
  for (const char* key : {"machine", "stages_ms", "ratios", "peak_share", "drag", "memory_mb"})
    CHECK(json.contains(key));
  for (const char* network : {"t", "mpn", "cign"})
    for (const char* type : {"eager", "frozen", "frozen_channels_last", "float32", "int8"})
      CHECK(json["stages_ms"][std::string(network) + "_" + type]["median"].get<double>() > 0);
  CHECK(json["ratios"].contains("frame_float32"));
  CHECK(json["ratios"].contains("frame_int8"));
  CHECK(json["peak_share"]["f32"].get<double>() > 0);
  CHECK(json["peak_share"]["int8"].get<double>() > 0);
  CHECK(json["drag"]["frame_ms_p95"].get<double>() > 0);
  CHECK(json["drag"]["settle_ms_p95"].get<double>() > 0);
  CHECK(json["memory_mb"].get<double>() > 0);
  CHECK(json["agreement"]["f32_max_abs"].get<double>() <= 1e-4);
}

TEST_CASE("The bench stops on request, and says what is wrong with its models") {
  const testing::TemporaryFolder folder;
  CHECK_THROWS_AS(run_benchmark(folder.path(), quickly()), InputError);
  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(run_benchmark(folder.path(), quickly(), {}, &cancel), Cancelled);
}

TEST_CASE("Times are told by median and 95th percentile") {
  std::vector<double> times;
  for (int n = 100; n >= 0; --n) times.push_back(n);
  CHECK(summary_of(times).median_ms == 50);
  CHECK(summary_of(times).p95_ms == 95);
  CHECK(summary_of({7}).p95_ms == 7);
  CHECK_THROWS_AS(summary_of({}), Error);
}
