#include "core/inference/predictor.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/networks/networks.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using testing::kSmallFrame;
using testing::TemporaryFolder;

namespace {

std::shared_ptr<const SurfaceImage> box_surface(const CanonicalFrame& frame = kSmallFrame) {
  const double torso_mm = 540;
  SurfaceImage surface{CanonicalPlacement(frame, {0, 0, 0}, {0, 0, -torso_mm}), 0, {}, {}};
  surface.depth.assign(static_cast<std::size_t>(frame.rows) * frame.columns, 0.1F);
  surface.thickness.assign(surface.depth.size(), 0.3F);
  return std::make_shared<const SurfaceImage>(std::move(surface));
}

struct SmallModel {
  TemporaryFolder folder;
  SmallModel() {
    Networks networks = make_networks(kSmallFrame, 11);
    networks.metadata["model"] = "untrained";
    write_networks(folder.path(), networks);
  }
};

}  // namespace

TEST_CASE("The loop starts with T's picture, reports every iteration, and ends at its limit") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  CHECK(predictor.frame() == kSmallFrame);
  CHECK(predictor.model_name() == "untrained");
  LoopRequest request;
  request.surface = box_surface();
  request.max_iterations = 3;
  request.tolerance_px = 0;
  std::vector<int> numbers;
  const LoopResult result =
      predictor.run(request, nullptr, [&](const LoopIteration& i) { numbers.push_back(i.number); });
  CHECK(numbers == std::vector<int>{0, 1, 2, 3});
  CHECK(result.iterations == 3);
  CHECK(result.max_move_px.size() == 3);
  CHECK_FALSE(result.converged);
  CHECK(result.xray.pixels.size() == 64 * 48);
}

TEST_CASE("A fixed point stays: from markers that answer themselves the loop ends after one iteration") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  LoopRequest request;
  request.surface = box_surface();
  request.max_iterations = 200;
  const LoopResult first = predictor.run(request);
  REQUIRE(first.converged);
  CHECK(first.max_move_px.back() <= request.tolerance_px);
  MarkerPositions rest;
  for (std::size_t n = 0; n < rest.size(); ++n) rest[n] = first.markers[n].position;
  request.start = rest;
  const LoopResult again = predictor.run(request);
  CHECK(again.iterations <= 2);
  CHECK(again.max_move_px.front() < 0.2);
}

TEST_CASE("A pinned marker stays where it is held, and the network's own answer is told beside it") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  LoopRequest request;
  request.surface = box_surface();
  request.pins = {{Marker::kLiverTop, {20.5, 30.25}}};
  request.max_iterations = 4;
  const LoopResult result = predictor.run(request);
  const MarkerEstimate& held = result.markers[static_cast<std::size_t>(Marker::kLiverTop)];
  CHECK(held.pinned);
  CHECK(held.position == Pixel{20.5, 30.25});
  CHECK_FALSE(held.answer == held.position);
  CHECK_FALSE(result.markers[0].pinned);
}

TEST_CASE("A cancelled loop gives what it has") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  LoopRequest request;
  request.surface = box_surface();
  request.tolerance_px = 0;
  CancelToken cancel;
  const LoopResult result = predictor.run(request, &cancel, [&](const LoopIteration& i) {
    if (i.number == 2) cancel.cancel();
  });
  CHECK(result.iterations == 2);
  CHECK_FALSE(result.converged);
}

TEST_CASE("What cannot be predicted is refused") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  LoopRequest request;
  request.surface = box_surface(CanonicalFrame{});
  CHECK_THROWS_AS(predictor.run(request), InputError);
  request.surface = box_surface();
  request.pins = {{Marker::kCarina, {-3, 10}}};
  CHECK_THROWS_WITH(predictor.run(request), Catch::Contains("carina"));
  CHECK_THROWS_AS(Predictor(model.folder.path(), "abacus"), InputError);
}
