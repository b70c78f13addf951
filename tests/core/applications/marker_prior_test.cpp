#include "core/applications/completion/marker_prior.h"

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::applications;

namespace {

constexpr Eigen::Index kCoordinates = 2 * kMarkerCount;

constexpr std::size_t at(Marker marker) {
  return static_cast<std::size_t>(marker);
}

/// All markers at (100, 50), each with a variance of 4 for itself.
MarkerPrior independent_markers() {
  return {Eigen::VectorXd::NullaryExpr(kCoordinates, [](Eigen::Index n) { return n % 2 == 0 ? 100 : 50; }),
          4 * Eigen::MatrixXd::Identity(kCoordinates, kCoordinates)};
}

MarkerPositions places_of(Marker marker, Pixel place) {
  MarkerPositions places{};
  places[at(marker)] = place;
  return places;
}

std::array<bool, kMarkerCount> only(Marker marker) {
  std::array<bool, kMarkerCount> known{};
  known[at(marker)] = true;
  return known;
}

}  // namespace

TEST_CASE("A known marker stays where it is, and those that vary with it follow") {
  MarkerPrior prior = independent_markers();
  const auto row_of = [](Marker marker) { return 2 * static_cast<Eigen::Index>(marker); };
  const Eigen::Index known = row_of(Marker::kLiverTop), follows = row_of(Marker::kLiverBottom);
  prior.covariance(known, follows) = prior.covariance(follows, known) = 3;
  const MarkerPositions likely =
      places_given(prior, places_of(Marker::kLiverTop, {108, 46}), only(Marker::kLiverTop));
  CHECK(likely[at(Marker::kLiverTop)].row == 108);
  CHECK(likely[at(Marker::kLiverTop)].column == 46);
  CHECK(likely[at(Marker::kLiverBottom)].row == Approx(106));
  CHECK(likely[at(Marker::kLiverBottom)].column == Approx(50));
  CHECK(likely[at(Marker::kNeck)].row == Approx(100));
}

TEST_CASE("Where no marker is known all are at the prior's mean") {
  const MarkerPositions likely = places_given(independent_markers(), MarkerPositions{}, {});
  CHECK(likely[at(Marker::kCarina)].row == Approx(100));
  CHECK(likely[at(Marker::kCarina)].column == Approx(50));
}
