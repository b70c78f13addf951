#include "core/evaluation/scan_checks.h"

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::evaluation;
using enum Marker;

namespace {

constexpr std::array<double, kMarkerCount> kRows{60,  75,  75,  80,  128, 98,  118, 160, 155,
                                                 152, 185, 185, 204, 198, 198, 82,  82};

/// Everything where it belongs, all on the centre line.
MarkerPositions upright() {
  MarkerPositions markers;
  for (int n = 0; n < kMarkerCount; ++n) markers[n] = {kRows[n], 96};
  return markers;
}

Pixel& place_of(MarkerPositions& markers, Marker marker) {
  return markers[static_cast<std::size_t>(marker)];
}

inference::LearnedPeople upright_people() {
  inference::LearnedPeople learned;
  learned.mean = upright();
  learned.covariance.diagonal().setConstant(4);
  return learned;
}

ScanResult scan_with(const MarkerPositions& found, double mm_per_px) {
  ScanResult scan;
  scan.name = "other";
  scan.found = found;
  scan.mm_per_px = mm_per_px;
  return scan;
}

}  // namespace

TEST_CASE("Every marker has another side, which is itself in the middle") {
  CHECK(other_side(kKidneyCentreRight) == kKidneyCentreLeft);
  CHECK(other_side(kShoulderLeft) == kShoulderRight);
  CHECK(other_side(kCarina) == kCarina);
  CHECK(other_side(kLiverTop) == kLiverTop);
  CHECK(other_side(kLungBottomLeft) == kLungBottomLeft);
  for (int n = 0; n < kMarkerCount; ++n) {
    const Marker marker = marker_table()[n].marker;
    CHECK(other_side(other_side(marker)) == marker);
  }
}

TEST_CASE("Heights are plausible in order and near the mean") {
  const inference::LearnedPeople learned = upright_people();
  CHECK(plausibility_of(upright(), learned).plausible());

  MarkerPositions markers = upright();
  place_of(markers, kLiverTop).row -= 8.1;  // four standard deviations of 2 px
  const Plausibility high = plausibility_of(markers, learned);
  CHECK(high.wrong_order.empty());
  REQUIRE(high.unusual_heights.size() == 1);
  CHECK(high.unusual_heights[0].first == kLiverTop);
  CHECK(high.unusual_heights[0].second == Approx(4.05));

  markers = upright();
  place_of(markers, kFemoralHeadLeft).row = 205;
  const Plausibility low = plausibility_of(markers, learned);
  REQUIRE(low.wrong_order.size() == 1);
  CHECK(low.wrong_order[0].first == kFemoralHeadLeft);
  CHECK(low.wrong_order[0].second == kPubicSymphysis);
  CHECK_FALSE(low.plausible());
}

TEST_CASE("Two scans of one body are compared as fractions of their torsos") {
  const ScanResult scan = scan_with(upright(), 4);
  MarkerPositions longer;  // twice as many pixels: the torso was found at other levels
  for (int n = 0; n < kMarkerCount; ++n) longer[n] = {2 * kRows[n] - 50, 96};
  const SameBody same = same_body(scan, scan_with(longer, 2));
  CHECK(same.name == "other");
  CHECK(same.heights.greatest_cm == Approx(0).margin(1e-9));
  CHECK(same.torso_mm == Approx(0).margin(1e-9));

  place_of(longer, kLiverTop).row += 10;
  place_of(longer, kShoulderLeft).row -= 30;  // an arm was raised
  const SameBody moved = same_body(scan, scan_with(longer, 2.5));
  CHECK(moved.heights.greatest == kLiverTop);
  CHECK(moved.heights.greatest_cm == Approx(10.0 / 288 * 144 * 4 / 10));
  CHECK(moved.heights.mean_cm == Approx(moved.heights.greatest_cm / 13));
  CHECK(moved.torso_mm == Approx(144 * 4 - 288 * 2.5));

  ScanResult refused;
  refused.name = "lost";
  refused.refusal = "There is no file.";
  CHECK(same_body(scan, refused).heights.refusal == "There is no file.");
}
