#include "core/inference/mean_jacobian.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "core/inference/acceleration.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using testing::TemporaryFolder;

namespace {

using Eigen::MatrixXd, Eigen::VectorXd;

constexpr Eigen::Index kCoordinates = 2 * kMarkerCount;

/// One slow residual along which all rows go together, as in breathing; everything else is quick.
MatrixXd breathing(double slowest) {
  MarkerPositions down;
  down.fill({1 / std::sqrt(1.0 * kMarkerCount), 0});
  const VectorXd together = to_vector(down);
  return 0.2 * MatrixXd::Identity(kCoordinates, kCoordinates) +
         (slowest - 0.2) * together * together.transpose();
}

/// Iterations until no marker moves 0.05 px, for answers that follow `jacobian` around (100, 80).
int iterations_to_rest(const MatrixXd& jacobian, Acceleration acceleration) {
  MarkerPositions rest, places;
  rest.fill({100, 80});
  for (std::size_t n = 0; n < places.size(); ++n) places[n] = {106, 80 + 0.2 * static_cast<double>(n)};
  for (int iteration = 1; iteration < 100; ++iteration) {
    const MarkerPositions answers =
        to_positions(to_vector(rest) + jacobian * (to_vector(places) - to_vector(rest)));
    double farthest = 0;
    for (std::size_t n = 0; n < places.size(); ++n)
      farthest = std::max(farthest, norm(answers[n] - places[n]));
    if (farthest <= 0.05) return iteration;
    places = acceleration.next(places, answers);
  }
  return 100;
}

}  // namespace

TEST_CASE("A loop whose Jacobian is known converges after one step, however slow it is by itself") {
  const MeanJacobian mean{breathing(0.95)};
  CHECK(iterations_to_rest(mean.jacobian, Acceleration(mean.newton({}))) <= 3);
  // Of somebody whose loop is slower or quicker than most people's.
  for (const double other : {0.85, 0.9, 0.97})
    CHECK(iterations_to_rest(breathing(other), Acceleration(mean.newton({}))) <
          iterations_to_rest(breathing(other), Acceleration()));
}

TEST_CASE("Newton's step leaves pinned markers out") {
  const MeanJacobian mean{breathing(0.9)};
  const MatrixXd newton = mean.newton({Marker::kCarina});
  const auto pinned = 2 * static_cast<Eigen::Index>(Marker::kCarina);
  CHECK(newton.middleRows<2>(pinned).cwiseAbs().maxCoeff() == 0);
  CHECK(newton.middleCols<2>(pinned).cwiseAbs().maxCoeff() == 0);
  // The others: where they would rest if the pinned one did not move.
  VectorXd residual = VectorXd::LinSpaced(kCoordinates, 0, 1);
  residual.segment<2>(pinned).setZero();
  const VectorXd step = newton * residual;
  VectorXd left = residual + mean.jacobian * step - step;
  left.segment<2>(pinned).setZero();
  CHECK(left.cwiseAbs().maxCoeff() < 1e-9);
}

TEST_CASE("A mean Jacobian holds for its weights alone, and a damaged one for none") {
  const TemporaryFolder folder;
  const auto path = mean_jacobian_path(folder.path());
  CHECK_FALSE(read_mean_jacobian(path, "0123").has_value());
  const MeanJacobian mean{breathing(0.9)};
  write_mean_jacobian(path, mean, "0123");
  const auto read = read_mean_jacobian(path, "0123");
  REQUIRE(read.has_value());
  CHECK(read->jacobian.isApprox(mean.jacobian, 1e-6));
  CHECK_FALSE(read_mean_jacobian(path, "4567").has_value());
  write_mean_jacobian(path, {breathing(1.02)}, "0123");  // Newton steps would lead away
  CHECK_FALSE(read_mean_jacobian(path, "0123").has_value());
  write_mean_jacobian(path, {mean.jacobian.topRows(4)}, "0123");
  CHECK_FALSE(read_mean_jacobian(path, "0123").has_value());
  std::ofstream(path) << "no tensors";
  CHECK_FALSE(read_mean_jacobian(path, "0123").has_value());
}
