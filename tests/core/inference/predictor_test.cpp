#include "core/inference/predictor.h"

#include <catch2/catch.hpp>
#include <limits>

#include "core/base/error.h"
#include "core/networks/networks.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::imaging;
using namespace skiagraph::geometry;
using namespace skiagraph::inference;
using namespace skiagraph::networks;
using testing::kFoldedFrame;
using testing::kSmallFrame;
using testing::TemporaryFolder;

namespace {

std::shared_ptr<const SurfaceImage> box_surface(const CanonicalFrame& frame = kSmallFrame,
                                                double torso_mm = kStandardTorsoMm) {
  SurfaceImage surface{CanonicalPlacement(frame, {0, 0, 0}, {0, 0, -torso_mm}), 0, {}, {}};
  surface.depth.assign(static_cast<std::size_t>(frame.rows) * frame.columns, 0.1F);
  surface.thickness.assign(surface.depth.size(), 0.3F);
  return std::make_shared<const SurfaceImage>(std::move(surface));
}

struct SmallModel {
  TemporaryFolder folder;
  explicit SmallModel(const CanonicalFrame& frame = kSmallFrame) {
    Networks networks = make_networks(frame, 11);
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
  std::vector<bool> last;
  const LoopResult result = predictor.run(request, nullptr, [&](const LoopIteration& i) {
    numbers.push_back(i.number);
    last.push_back(i.last);
  });
  CHECK(numbers == std::vector<int>{0, 1, 2, 3});
  CHECK(last == std::vector<bool>{false, false, false, true});
  CHECK_FALSE(result.cancelled);
  CHECK(result.iterations == 3);
  CHECK(result.max_move_px.size() == 3);
  CHECK_FALSE(result.converged);
  CHECK(result.xray.pixels.size() == 64 * 48);
}

TEST_CASE(
    "The X-ray of a body of the same shape and another size is brighter by as much, at the same places") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  LoopRequest request;
  request.max_iterations = 2;
  request.tolerance_px = 0;
  request.surface = box_surface();
  const LoopResult small = predictor.run(request);
  constexpr double kLarger = 1.25;
  request.surface = box_surface(kSmallFrame, kLarger * kStandardTorsoMm);
  std::vector<float> seen;
  const LoopResult large =
      predictor.run(request, nullptr, [&](const LoopIteration& i) { seen = i.xray.pixels; });
  CHECK(seen == large.xray.pixels);
  for (std::size_t n = 0; n < seen.size(); ++n)
    CHECK(seen[n] == Approx(std::min(1.0, kLarger * small.xray.pixels[n])).margin(1e-6));
  for (std::size_t n = 0; n < small.markers.size(); ++n)
    CHECK(large.markers[n].position == small.markers[n].position);
}

TEST_CASE("A warm start begins from the given markers, not from T's picture") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  LoopRequest request;
  request.surface = box_surface();
  request.max_iterations = 1;
  request.tolerance_px = 0;
  const auto picture_from = [&](Pixel everywhere) {
    request.start.emplace().fill(everywhere);
    std::vector<int> numbers;
    const LoopResult result =
        predictor.run(request, nullptr, [&](const LoopIteration& i) { numbers.push_back(i.number); });
    CHECK(numbers == std::vector<int>{1});
    return result.xray.pixels;
  };
  CHECK(picture_from({20, 15}) == picture_from({20, 15}));
  CHECK_FALSE(picture_from({20, 15}) == picture_from({40, 30}));
}

TEST_CASE("A fixed point stays: from markers that answer themselves the loop ends after one iteration") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  LoopRequest request;
  request.surface = box_surface();
  request.max_iterations = 200;
  int last = -1;
  const LoopResult first = predictor.run(request, nullptr, [&](const LoopIteration& i) {
    CHECK(last == -1);  // nothing follows the last one
    if (i.last) last = i.number;
  });
  REQUIRE(first.converged);
  CHECK(last == first.iterations);
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
  request.tolerance_px = 0;
  const auto liver = static_cast<std::size_t>(Marker::kLiverTop);
  int iterations = 0;
  const LoopResult result = predictor.run(request, nullptr, [&](const LoopIteration& i) {
    CHECK(i.markers[liver].pinned);
    CHECK(i.markers[liver].position == Pixel{20.5, 30.25});
    ++iterations;
  });
  CHECK(iterations == 5);
  const MarkerEstimate& held = result.markers[liver];
  CHECK(held.pinned);
  CHECK(held.position == Pixel{20.5, 30.25});
  CHECK_FALSE(held.answer == held.position);
  CHECK_FALSE(result.markers[0].pinned);

  request.start.emplace();  // a pin also overrules where the markers start from
  CHECK(predictor.run(request).markers[liver].position == Pixel{20.5, 30.25});
}

TEST_CASE("A pin that is moved moves the picture") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  LoopRequest request;
  request.surface = box_surface();
  request.max_iterations = 2;
  const auto picture = [&](Pixel place) {
    request.pins = {{Marker::kCarina, place}};
    return predictor.run(request).xray.pixels;
  };
  CHECK_FALSE(picture({20, 15}) == picture({20.5, 15}));
}

TEST_CASE("A cancelled loop gives what it has, and says that it was cancelled") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  LoopRequest request;
  request.surface = box_surface();
  request.tolerance_px = 0;
  CancelToken cancel;
  LoopIteration last;
  const LoopResult result = predictor.run(request, &cancel, [&](const LoopIteration& i) {
    last = i;
    if (i.number == 2) cancel.cancel();
  });
  CHECK(result.iterations == 3);
  CHECK_FALSE(result.converged);
  CHECK(result.cancelled);
  CHECK(last.number == 3);
  CHECK(last.last);
  CHECK(result.xray.pixels == last.xray.pixels);
  for (std::size_t n = 0; n < result.markers.size(); ++n)
    CHECK(result.markers[n].position == last.markers[n].position);
  // Cancelled before it begins, it still ends only after the iteration in hand.
  CHECK(predictor.run(request, &cancel).iterations == 1);
  // A cancelled token takes nothing from a run that is complete.
  request.max_iterations = 1;
  CHECK_FALSE(predictor.run(request, &cancel).cancelled);
}

TEST_CASE("What cannot be predicted is refused") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  LoopRequest request;
  request.surface = box_surface(CanonicalFrame{});
  CHECK_THROWS_AS(predictor.run(request), InputError);
  request.surface = box_surface();
  constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
  for (const Pixel place : {Pixel{-3, 10}, Pixel{10, -0.1}, Pixel{63.1, 10}, Pixel{10, 47.1},
                            Pixel{kNowhere, 10}, Pixel{10, kNowhere}}) {
    request.pins = {{Marker::kCarina, place}};
    CHECK_THROWS_AS(predictor.run(request), InputError);
    CHECK_THROWS_WITH(predictor.run(request), Catch::Contains("carina"));
  }
  request.max_iterations = 1;
  for (const Pixel corner : {Pixel{0, 0}, Pixel{63, 47}}) {
    request.pins = {{Marker::kCarina, corner}};
    CHECK_NOTHROW(predictor.run(request));
  }
  request.pins = {{Marker::kLungBottomLeft, {20, 20}}};
  CHECK_THROWS_AS(predictor.run(request), InputError);
  request.pins.clear();
  request.start.emplace();
  request.max_iterations = 0;
  CHECK_THROWS_AS(predictor.run(request), Error);
  request.start.reset();
  CHECK_NOTHROW(predictor.run(request));  // T's X-ray alone
  auto torn = *box_surface();
  torn.thickness.pop_back();
  request.surface = std::make_shared<const SurfaceImage>(torn);
  CHECK_THROWS_AS(predictor.run(request), InputError);
  CHECK_THROWS_AS(Predictor(model.folder.path(), "abacus"), InputError);
}

TEST_CASE("Folded networks predict a picture of the whole frame, and markers and pins in its pixels") {
  const SmallModel model(kFoldedFrame);
  Predictor predictor(model.folder.path(), "cpu");
  CHECK(predictor.fold() == 2);
  CHECK(predictor.frame() == kFoldedFrame);
  LoopRequest request;
  request.surface = box_surface(kFoldedFrame);
  request.pins = {{Marker::kLiverTop, {287, 95}}};
  request.max_iterations = 200;
  const LoopResult result = predictor.run(request);
  CHECK(result.xray.frame == kFoldedFrame);
  CHECK(result.xray.pixels.size() == 288 * 96);
  CHECK(result.markers[static_cast<std::size_t>(Marker::kLiverTop)].position == Pixel{287, 95});
  for (const MarkerEstimate& marker : result.markers) {
    CHECK(marker.position.row <= 288);
    CHECK(marker.position.column <= 96);
  }
  // At rest in pixels of the heat maps, which are twice as wide.
  REQUIRE(result.converged);
  CHECK(result.max_move_px.back() <= 2 * request.tolerance_px);
  request.pins.front().position = {288.5, 20};
  CHECK_THROWS_AS(predictor.run(request), InputError);
}

TEST_CASE("What an X-ray does not show tells nothing of the markers, on a body of any size") {
  const SmallModel model;
  Predictor predictor(model.folder.path(), "cpu");
  for (const double torso_mm : {kStandardTorsoMm, 1.25 * kStandardTorsoMm}) {
    const auto surface = box_surface(kSmallFrame, torso_mm);
    XrayImage xray{kSmallFrame, std::vector<float>(64 * 48, 0.25F)};
    std::vector<std::uint8_t> known(xray.pixels.size(), 1);
    for (std::size_t n = 0; n < known.size() / 2; ++n) known[n] = 0;
    const MarkerEstimates first = predictor.markers_in(surface, xray, known);
    for (std::size_t n = 0; n < known.size() / 2; ++n) xray.pixels[n] = 0.75F;
    const MarkerEstimates same = predictor.markers_in(surface, xray, known);
    const MarkerEstimates whole = predictor.markers_in(surface, xray);
    double moved = 0;
    for (int n = 0; n < kMarkerCount; ++n) {
      CHECK(same[n].answer == first[n].answer);
      moved += norm(whole[n].answer - first[n].answer);
    }
    CHECK(moved > 0);
  }
}
