#include "core/benchmark/simulated_drag.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/networks/networks.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::benchmark;
using namespace skiagraph::inference;
using namespace skiagraph::networks;

TEST_CASE("A simulated drag shows pictures, then comes to rest; and it can be stopped") {
  const testing::TemporaryFolder folder;
  Networks networks = make_networks(testing::kSmallFrame, 11);
  write_networks(folder.path(), networks);
  PredictorOptions options;
  options.compute_type = ComputeType::kFloat32;
  Predictor predictor(folder.path(), "cpu", options);
  const auto surface = testing::surface_of(testing::small_people(), 0);
  MarkerPositions start;
  start.fill({30, 20});
  DragPlan plan;
  plan.events = 12;
  plan.events_per_second = 240;
  const DragTimes times = simulate_drag(predictor, surface, start, plan);
  CHECK_FALSE(times.frame_ms.empty());
  CHECK(times.frame_ms.size() <= 12);
  CHECK(times.settle_ms > 0);
  CHECK(times.settle_iterations > 0);
  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(simulate_drag(predictor, surface, start, plan, &cancel), Cancelled);
}
