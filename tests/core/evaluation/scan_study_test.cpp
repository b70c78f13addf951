#include "core/evaluation/scan_study.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/error.h"
#include "core/bodies/built_in_person.h"
#include "tests/core/evaluation/tiny_people.h"

using namespace skiagraph;
using namespace skiagraph::evaluation;

namespace {

/// In metres with y up, as from a scanner: x to the left, y to the head, z to the front.
geometry::TriangleMesh scanner_mesh() {
  geometry::TriangleMesh mesh = bodies::built_in_person();
  for (Vec3& p : mesh.vertices) p = Vec3{p.x, p.z, -p.y} * 0.001;
  return mesh;
}

/// Networks that answer every scan with the same pixels, and the scan with what they say of it.
struct Workplace {
  testing::ConstantModels models{testing::kTinyFrame, 0.25, 0.5};
  inference::Predictor predictor = models.predictor();
  Scan scan{"somebody", scanner_mesh(), {}};
  ScanPrediction prediction = predict_scan(predictor, scan.mesh);
  inference::LearnedPeople learned;

  Workplace() { learned.mean = inference::positions_of(prediction.loop.markers); }

  /// In the axes of the file, mm: so far from where the networks see it (patient frame).
  void know(Marker marker, Vec3 away) {
    scan.landmarks[static_cast<std::size_t>(marker)] =
        prediction.scan.to_patient.inverse()(prediction.marker(marker) + away);
  }
  ScanResult study() { return study_scan(predictor, learned, scan); }
};

}  // namespace

TEST_CASE("Errors of a scan are measured in the frontal plane, with their direction") {
  Workplace place;
  REQUIRE(place.prediction.scan.unit_mm == 1000);
  place.know(Marker::kCarina, {20, 500, 30});
  place.know(Marker::kLiverTop, {0, 0, -5});
  place.learned.mean[static_cast<std::size_t>(Marker::kLiverTop)].row += 10;
  const ScanResult result = place.study();
  CHECK(result.name == "somebody");
  CHECK(result.model == "constant");
  CHECK(result.converged);
  CHECK_FALSE(result.refused());
  REQUIRE(result.markers.size() == 2);
  const ScanMarker &liver = result.markers[1], &carina = result.markers[0];
  CHECK(carina.marker == Marker::kCarina);
  CHECK(carina.error_cm == Approx(std::hypot(2, 3)));
  CHECK(carina.head_feet_cm == Approx(-3));  // found below the truth
  CHECK(carina.sideways_cm == Approx(-2));
  CHECK(carina.mean_person_cm == Approx(carina.error_cm));
  CHECK(liver.error_cm == Approx(0.5));
  CHECK(liver.head_feet_cm == Approx(0.5));
  CHECK(liver.mean_person_cm == Approx(std::abs(0.5 - result.mm_per_px)));
  CHECK(mean_error_cm(result) == Approx((carina.error_cm + 0.5) / 2));
  REQUIRE(worst_marker(result) != nullptr);
  CHECK(worst_marker(result)->marker == Marker::kCarina);
  CHECK_FALSE(result.neck_level_mm);
}

TEST_CASE("A truth lies inside the margin up to its radius") {
  Workplace place;
  const auto n = static_cast<std::size_t>(Marker::kCarina);
  const double margin = 3 * place.prediction.loop.markers[n].confidence_mm;
  place.learned.margin_factor[n] = 3;
  place.know(Marker::kCarina, {0, 0, 0.99 * margin});
  CHECK(share_inside_95(place.study()) == 1);
  place.know(Marker::kCarina, {0, 0, 1.01 * margin});
  CHECK(share_inside_95(place.study()) == 0);
}

TEST_CASE("Found levels are compared with the true landmarks") {
  Workplace place;
  const auto to_file = place.prediction.scan.to_patient.inverse();
  place.scan.landmarks[static_cast<std::size_t>(Marker::kNeck)] =
      to_file(place.prediction.scan.neck + Vec3{3, 3, -25});
  place.scan.landmarks[static_cast<std::size_t>(Marker::kPubicSymphysis)] =
      to_file(place.prediction.scan.symphysis + Vec3{0, 0, 8});
  const ScanResult result = place.study();
  CHECK(*result.neck_level_mm == Approx(25));  // found too high
  CHECK(*result.symphysis_level_mm == Approx(-8));
}

TEST_CASE("Mirrored and resampled scans agree with networks that see nothing, up to their own sides") {
  Workplace place;
  const ScanResult agreeing = place.study();
  CHECK(agreeing.checks.mirror.refusal.empty());
  CHECK(agreeing.checks.mirror.mean_cm < 0.3);
  REQUIRE(agreeing.checks.resampled);
  CHECK(agreeing.checks.resampled->mean_cm < 0.5);
  CHECK_FALSE(agreeing.checks.same_as);
  CHECK(mean_error_cm(agreeing) == 0);  // nothing is known
  CHECK(worst_marker(agreeing) == nullptr);

  // A right kidney that differs from the mean person's while the left one does not.
  place.learned.mean[static_cast<std::size_t>(Marker::kKidneyCentreRight)].row += 5;
  const ScanResult differing = place.study();
  const double cm = 5 * differing.mm_per_px / 10;
  CHECK(differing.checks.mirror.greatest_cm == Approx(cm).margin(0.3));
  CHECK(differing.checks.mirror.mean_cm == Approx(2 * cm / kMarkerCount).margin(0.3));
}

TEST_CASE("A scan that is no person is refused, and a stop is a stop") {
  Workplace place;
  place.scan.mesh = {{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}}, {{0, 1, 2}}};
  CHECK_THROWS_AS(place.study(), InputError);
  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(predict_scan(place.predictor, scanner_mesh(), &cancel), Cancelled);
}
