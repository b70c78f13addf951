#include <catch2/catch.hpp>
#include <cmath>

#include "core/inference/learned_people.h"
#include "core/inference/predictor.h"
#include "core/networks/networks.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::inference;
using testing::kSmallFrame;
using testing::TemporaryFolder;

namespace {

constexpr Eigen::Index kCoordinates = 2 * kMarkerCount;

std::shared_ptr<const SurfaceImage> surface(float thickness = 0.3F) {
  SurfaceImage image{CanonicalPlacement(kSmallFrame, {0, 0, 0}, {0, 0, -560}), 0, {}, {}};
  image.depth.assign(static_cast<std::size_t>(kSmallFrame.rows) * kSmallFrame.columns, 0.1F);
  image.thickness.assign(image.depth.size(), thickness);
  return std::make_shared<const SurfaceImage>(std::move(image));
}

/// Untrained networks, and people whose liver top and carina always go up and down together.
struct Model {
  TemporaryFolder folder;
  explicit Model(bool known = true) {
    networks::Networks networks = networks::make_networks(kSmallFrame, 11);
    networks::write_networks(folder.path(), networks);
    LearnedPeople people;
    if (known) {
      people.interior_covariance = 4 * Eigen::MatrixXd::Identity(kCoordinates, kCoordinates);
      const auto liver = 2 * static_cast<Eigen::Index>(Marker::kLiverTop),
                 carina = 2 * static_cast<Eigen::Index>(Marker::kCarina);
      people.interior_covariance(liver, carina) = people.interior_covariance(carina, liver) = 3.9;
    }
    write_learned_people(learned_people_path(folder.path()), people,
                         networks::weights_checksum(networks::weights_of(networks)));
  }
};

/// The liver's top held a little nearer to the picture's middle than where it rests.
struct Held {
  LoopResult result;
  double moved = 0;
};
Held held(Predictor& predictor, const std::shared_ptr<const SurfaceImage>& where) {
  LoopRequest request;
  request.surface = where;
  const LoopResult rest = predictor.run(request);
  const Pixel from = rest.markers[static_cast<std::size_t>(Marker::kLiverTop)].position;
  const double moved = from.row > kSmallFrame.rows / 2.0 ? -3 : 3;
  request.pins = {{Marker::kLiverTop, {from.row + moved, from.column}}};
  return {predictor.run(request), moved};
}

double row_of(const LoopResult& result, Marker marker) {
  return result.markers[static_cast<std::size_t>(marker)].position.row;
}

}  // namespace

TEST_CASE("Where a marker is pinned, those that go with it in people follow") {
  const Model model, unknown(false);
  Predictor predictor(model.folder.path(), "cpu"), alone(unknown.folder.path(), "cpu");
  const auto where = surface();
  const Held known = held(predictor, where), nothing_known = held(alone, where);
  REQUIRE(known.moved == nothing_known.moved);
  const auto more = [&](Marker marker) {
    return (row_of(known.result, marker) - row_of(nothing_known.result, marker)) / known.moved;
  };
  CHECK(more(Marker::kCarina) > 0.5);
  CHECK(std::abs(more(Marker::kNeck)) < 0.3 * more(Marker::kCarina));
}

TEST_CASE("A pinned result does not depend on what ran before") {
  const Model model;
  const auto where = surface();
  Predictor first(model.folder.path(), "cpu");
  LoopRequest request;
  request.surface = where;
  request.pins = {{Marker::kLiverTop, {35, 20}}};
  const LoopResult fresh = first.run(request);

  Predictor second(model.folder.path(), "cpu");
  LoopRequest other;
  other.surface = surface(0.2F);
  second.run(other);
  other.surface = where;
  other.max_iterations = 2;  // not at rest: must not be taken for where the markers rest
  second.run(other);
  const LoopResult later = second.run(request);
  CHECK(later.xray.pixels == fresh.xray.pixels);
  for (int n = 0; n < kMarkerCount; ++n) CHECK(later.markers[n].position == fresh.markers[n].position);
}
