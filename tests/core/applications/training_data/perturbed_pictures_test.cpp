#include "core/applications/training_data/perturbed_pictures.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/error.h"
#include "core/bodies/body_scan.h"
#include "core/bodies/built_in_person.h"
#include "core/geometry/scan_alignment.h"

using namespace skiagraph;
using namespace skiagraph::applications;

namespace {

inference::Predictor shipped() {
  return inference::Predictor(SKIAGRAPH_SOURCE_DIR "/models", "cpu");
}

/// The built-in person; annotated is the top of the left lung's marker, whose place in every picture is
/// known.
AnnotatedPerson somebody(inference::Predictor& predictor, Marker annotated) {
  const auto scan = geometry::align_scan(bodies::built_in_person());
  AnnotatedPerson person;
  person.surface = std::make_shared<const geometry::SurfaceImage>(
      geometry::rasterise_surface(std::span(&scan.mesh, 1), scan.placement(predictor.frame())));
  inference::LoopRequest request;
  request.surface = person.surface;
  person.markers = inference::positions_of(predictor.run(request).markers);
  person.annotations = {person.markers[static_cast<std::size_t>(annotated)]};
  return person;
}

}  // namespace

TEST_CASE("An annotation follows what it marks through perturbed X-rays") {
  auto predictor = shipped();
  const AnnotatedPerson person = somebody(predictor, Marker::kLiverTop);
  const auto perturbation = MarkerPerturbation::together(predictor.learned_people()->interior_covariance);
  const PerturbedPictures made = perturbed_pictures(predictor, person, perturbation, {40, 2, {}});
  REQUIRE(made.pictures.size() + static_cast<std::size_t>(made.lost) == 41);
  CHECK(made.pictures.size() > 20);
  CHECK(made.pictures.front().annotations.front().row == person.annotations.front().row);
  // The dome is tracked up and down; along itself it looks the same.
  double product = 0, drawn2 = 0, tracked2 = 0;
  for (const AnnotatedPicture& picture : made.pictures) {
    const double drawn = picture.markers[static_cast<std::size_t>(Marker::kLiverTop)].row -
                         person.markers[static_cast<std::size_t>(Marker::kLiverTop)].row,
                 tracked = picture.annotations.front().row - person.annotations.front().row;
    product += drawn * tracked;
    drawn2 += drawn * drawn;
    tracked2 += tracked * tracked;
  }
  const double correlation = product / std::sqrt(drawn2 * tracked2);
  INFO("correlation " << correlation << ", lost " << made.lost);
  CHECK(correlation > 0.8);
}

TEST_CASE("The same seed makes the same pictures, another one others, and a cancelled run ends") {
  auto predictor = shipped();
  const AnnotatedPerson person = somebody(predictor, Marker::kCarina);
  const auto perturbation = MarkerPerturbation::within_box(3);
  const auto first = [&](std::uint64_t seed) {
    return perturbed_pictures(predictor, person, perturbation, {1, seed, {10, 14, -1, 1e3}}).pictures.back();
  };
  const AnnotatedPicture one = first(1), again = first(1), other = first(2);
  CHECK(one.xray.pixels == again.xray.pixels);
  CHECK(one.annotations.front().row == again.annotations.front().row);
  CHECK(one.markers[0].row != other.markers[0].row);
  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(perturbed_pictures(predictor, person, perturbation, {1, 1, {}}, {}, &cancel), Cancelled);
}
