#include "core/applications/training_data/marker_perturbation.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/inference/mean_jacobian.h"

using namespace skiagraph;
using namespace skiagraph::applications;

namespace {

constexpr int kSize = 2 * kMarkerCount;

MarkerPositions middle() {
  MarkerPositions rest;
  for (std::size_t n = 0; n < rest.size(); ++n) rest[n] = {60 + 8.0 * static_cast<double>(n), 96};
  return rest;
}

}  // namespace

TEST_CASE("Markers drawn together vary as the covariance says") {
  // All rows move together by 3 px; columns by 1 px, each by itself.
  Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(kSize, kSize);
  const Eigen::VectorXd rows = [] {
    MarkerPositions down{};
    for (Pixel& place : down) place = {3, 0};
    return inference::to_vector(down);
  }();
  covariance += rows * rows.transpose();
  for (int n = 0; n < kSize; ++n)
    if (rows[n] == 0) covariance(n, n) = 1;
  const auto perturbation = MarkerPerturbation::together(covariance);
  Eigen::MatrixXd found = Eigen::MatrixXd::Zero(kSize, kSize);
  constexpr int kDraws = 4000;
  for (int draw = 0; draw < kDraws; ++draw) {
    RandomStream random(3, static_cast<std::uint64_t>(draw));
    const Eigen::VectorXd shift =
        inference::to_vector(perturbation.draw(middle(), {}, random)) - inference::to_vector(middle());
    found += shift * shift.transpose() / kDraws;
  }
  // Draws end at 2.5 standard deviations, which takes a tenth of the variance.
  CHECK((found - 0.911 * covariance).cwiseAbs().maxCoeff() < 0.6);
}

TEST_CASE("Within a box each marker goes its own way and none goes too far, nor out of the picture") {
  const auto perturbation = MarkerPerturbation::within_box(4);
  MarkerPositions rest = middle();
  rest[0] = {2, 190};
  RandomStream random(5, 0);
  double most = 0;
  for (int draw = 0; draw < 200; ++draw) {
    const MarkerPositions drawn = perturbation.draw(rest, {}, random);
    for (std::size_t n = 0; n < drawn.size(); ++n) {
      const Pixel by = drawn[n] - rest[n];
      most = std::max({most, std::abs(by.row), std::abs(by.column)});
    }
    CHECK(drawn[0].row >= 1);
    CHECK(drawn[0].column <= 190);
  }
  CHECK(most <= 4);
  CHECK(most > 3.5);
}
