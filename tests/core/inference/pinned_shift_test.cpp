#include "core/inference/pinned_shift.h"

#include <Eigen/Dense>
#include <catch2/catch.hpp>
#include <cmath>

using namespace skiagraph;
using namespace skiagraph::inference;

namespace {

constexpr Eigen::Index kCoordinates = 2 * kMarkerCount;

Eigen::Index row_of(Marker marker) {
  return 2 * static_cast<Eigen::Index>(marker);
}

/// Liver top and left kidney go up and down together, by 4 px and 3 px, correlation 0.5; the rest alone.
Eigen::MatrixXd covariance() {
  Eigen::MatrixXd all = 9 * Eigen::MatrixXd::Identity(kCoordinates, kCoordinates);
  const auto liver = row_of(Marker::kLiverTop), kidney = row_of(Marker::kKidneyCentreLeft);
  all(liver, liver) = 16;
  all(liver, kidney) = all(kidney, liver) = 0.5 * 4 * 3;
  return all;
}

MarkerPositions rest() {
  MarkerPositions positions;
  for (int n = 0; n < kMarkerCount; ++n) positions[n] = {10.0 * n, 90};
  return positions;
}

}  // namespace

TEST_CASE("a pin moves the others as people differ who could wear the skin") {
  MarkerPositions pinned = rest();
  pinned[static_cast<std::size_t>(Marker::kLiverTop)].row += 8;
  const Eigen::VectorXd shift = expected_shift(covariance(), rest(), pinned, {Marker::kLiverTop});
  // 8 px of a standard deviation of 4, and a hand that is right to a pixel.
  CHECK(shift[row_of(Marker::kKidneyCentreLeft)] == Approx(8 * 6.0 / 17));
  CHECK(shift[row_of(Marker::kKidneyCentreLeft) + 1] == Approx(0).margin(1e-12));
  CHECK(shift[row_of(Marker::kNeck)] == Approx(0).margin(1e-12));
  CHECK(shift[row_of(Marker::kLiverTop)] == 8);  // the pin itself
}

TEST_CASE("without pins, or where nothing is known, nothing moves") {
  CHECK(expected_shift(covariance(), rest(), rest(), {}).norm() == 0);
  MarkerPositions pinned = rest();
  pinned[0].row += 5;
  const Eigen::VectorXd unknown =
      expected_shift(Eigen::MatrixXd::Zero(kCoordinates, kCoordinates), rest(), pinned, {Marker::kNeck});
  CHECK(unknown.norm() == Approx(5));  // the pin alone
}

TEST_CASE("a pin farther away than anybody has it moves the others no more than the farthest people would") {
  const auto kidney_for = [](double rows) {
    MarkerPositions pinned = rest();
    pinned[static_cast<std::size_t>(Marker::kLiverTop)].row += rows;
    return expected_shift(covariance(), rest(), pinned,
                          {Marker::kLiverTop})[row_of(Marker::kKidneyCentreLeft)];
  };
  CHECK(kidney_for(150) == Approx(kidney_for(300)));
  CHECK(kidney_for(150) == Approx(4 * std::sqrt(17.0) * 6 / 17));
}

TEST_CASE("with its offset the loop rests where the shift says") {
  MeanJacobian mean{0.5 * Eigen::MatrixXd::Identity(kCoordinates, kCoordinates)};
  mean.jacobian(row_of(Marker::kKidneyCentreLeft), row_of(Marker::kLiverTop)) = 0.2;
  MarkerPositions pinned = rest();
  pinned[static_cast<std::size_t>(Marker::kLiverTop)].row += 8;
  const Eigen::VectorXd shift = expected_shift(covariance(), rest(), pinned, {Marker::kLiverTop}),
                        offset = answer_offset(shift, &mean, {Marker::kLiverTop});
  CHECK(offset[row_of(Marker::kLiverTop)] == 0);
  // A loop that is as linear as its mean Jacobian, the pin held.
  Eigen::VectorXd away = Eigen::VectorXd::Zero(kCoordinates);
  for (int iteration = 0; iteration < 80; ++iteration) {
    away[row_of(Marker::kLiverTop)] = 8;
    away = mean.jacobian * away + offset;
  }
  CHECK(away[row_of(Marker::kKidneyCentreLeft)] == Approx(shift[row_of(Marker::kKidneyCentreLeft)]));
}
