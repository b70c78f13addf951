#include "core/applications/training_data/annotation_following.h"

#include <catch2/catch.hpp>

#include "core/bodies/body_scan.h"
#include "core/bodies/built_in_person.h"
#include "core/geometry/scan_alignment.h"

using namespace skiagraph;
using namespace skiagraph::applications;

namespace {

constexpr auto kLiverTop = static_cast<std::size_t>(Marker::kLiverTop);

/// The built-in person at rest.
struct Somebody {
  inference::Predictor predictor{SKIAGRAPH_SOURCE_DIR "/models", "cpu"};
  std::shared_ptr<const geometry::SurfaceImage> surface;
  inference::LoopResult rest;
  AnnotatedPoints points;

  Somebody() {
    const auto scan = geometry::align_scan(bodies::built_in_person());
    surface = std::make_shared<const geometry::SurfaceImage>(
        geometry::rasterise_surface(std::span(&scan.mesh, 1), scan.placement(predictor.frame())));
    rest = run({});
    const MarkerPositions markers = inference::positions_of(rest.markers);
    points["dome"] = {markers[kLiverTop], markers};
  }
  [[nodiscard]] inference::LoopResult run(const std::vector<inference::Pin>& pins) {
    inference::LoopRequest request;
    request.surface = surface;
    request.pins = pins;
    return predictor.run(request);
  }
  [[nodiscard]] FollowedPoints follow(AnnotationFollower& follower, const inference::LoopResult& result) {
    return follower.follow(predictor, surface, points, result.xray, inference::positions_of(result.markers));
  }
};

}  // namespace

TEST_CASE("A point is followed from the X-ray in which it was marked into one of moved markers") {
  Somebody somebody;
  AnnotationFollower follower;
  const Pixel marked = somebody.points["dome"].place;
  const auto same = somebody.follow(follower, somebody.rest);
  CHECK(same.at("dome") == marked);
  const auto lower = somebody.run({{Marker::kLiverTop, marked + Pixel{4, 0}}});
  const auto moved = somebody.follow(follower, lower);
  REQUIRE(moved.at("dome"));
  CHECK(moved.at("dome")->row == Approx(marked.row + 4).margin(1.5));
}

TEST_CASE("A point at the edge of the X-ray, where nothing can be followed, is lost") {
  Somebody somebody;
  AnnotationFollower follower;
  somebody.points["dome"].place = {2, 2};
  const auto lower =
      somebody.run({{Marker::kLiverTop, somebody.points["dome"].markers[kLiverTop] + Pixel{4, 0}}});
  CHECK_FALSE(somebody.follow(follower, lower).at("dome"));
}

TEST_CASE("A point is kept in mm and comes back; markers outside of the X-ray go to its edge") {
  const Somebody somebody;
  const geometry::CanonicalPlacement& placement = somebody.surface->placement;
  const AnnotatedPoint& point = somebody.points.at("dome");
  session::Annotation kept = annotation_of(point, placement);
  CHECK(is_of(annotated_point(kept, placement), point.markers));
  CHECK(norm(annotated_point(kept, placement).place - point.place) < 1e-6);
  kept.markers[0] = {1e7, 0, -1e7};
  const Pixel edge = annotated_point(kept, placement).markers[0];
  CHECK(edge.row == placement.frame().rows - 1);
  CHECK(edge.column == placement.frame().columns - 1);
}
