#include "core/inference/learned_people.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "core/inference/mean_jacobian.h"
#include "core/inference/predictor.h"
#include "core/networks/networks.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using testing::TemporaryFolder;

namespace {

constexpr Eigen::Index kCoordinates = 2 * kMarkerCount;

LearnedPeople some_people() {
  LearnedPeople people;
  for (int n = 0; n < kMarkerCount; ++n) people.mean[n] = {20.5 + n, 30 - 0.25 * n};
  people.covariance = Eigen::VectorXd::LinSpaced(kCoordinates, 1, 9).asDiagonal();
  people.covariance(0, 1) = people.covariance(1, 0) = 0.5;
  people.margin_factor[3] = 4;
  return people;
}

}  // namespace

TEST_CASE("A margin that was not measured is that of a normal distribution") {
  // The share of a normal distribution in the plane beyond r standard deviations is exp(-r^2 / 2).
  CHECK(std::exp(-kNormalMarginFactor * kNormalMarginFactor / 2) == Approx(0.05));
  const LearnedPeople people;
  CHECK(people.margin_mm(Marker::kCarina, 10) == Approx(10 * kNormalMarginFactor));
}

TEST_CASE("A margin is the marker's own, and never nothing") {
  const LearnedPeople people = some_people();
  CHECK(people.margin_mm(Marker::kSternalNotch, 10) == Approx(40));
  CHECK(people.margin_mm(Marker::kSternalNotch, 0) == Approx(4 * kLeastConfidenceMm));
  CHECK(people.row_sd_px(Marker::kNeck) == Approx(1));
  CHECK(people.row_sd_px(Marker::kShoulderLeft) == Approx(std::sqrt(people.covariance(32, 32))));
}

TEST_CASE("Learned people hold for their weights alone, and damaged ones for none") {
  const TemporaryFolder folder;
  const auto path = learned_people_path(folder.path());
  CHECK_FALSE(read_learned_people(path, "0123").has_value());
  const LearnedPeople people = some_people();
  write_learned_people(path, people, "0123");
  const auto read = read_learned_people(path, "0123");
  REQUIRE(read.has_value());
  CHECK(read->mean == people.mean);
  CHECK(read->covariance.isApprox(people.covariance, 1e-6));
  CHECK(read->margin_factor[3] == Approx(4));
  CHECK(read->margin_factor[4] == Approx(kNormalMarginFactor));
  CHECK_FALSE(read_learned_people(path, "4567").has_value());

  LearnedPeople wrong = people;
  wrong.margin_factor[0] = 0;
  write_learned_people(path, wrong, "0123");
  CHECK_FALSE(read_learned_people(path, "0123").has_value());
  wrong = people;
  wrong.covariance = Eigen::MatrixXd::Identity(4, 4);
  write_learned_people(path, wrong, "0123");
  CHECK_FALSE(read_learned_people(path, "0123").has_value());
  std::ofstream(path) << "no tensors";
  CHECK_FALSE(read_learned_people(path, "0123").has_value());
}

TEST_CASE("A predictor tells whom its weights learned from") {
  const TemporaryFolder folder;
  networks::Networks networks = networks::make_networks(testing::kSmallFrame, 1);
  networks::write_networks(folder.path(), networks);
  CHECK_FALSE(Predictor(folder.path(), "cpu").learned_people().has_value());
  write_learned_people(learned_people_path(folder.path()), some_people(),
                       networks::weights_checksum(networks::weights_of(networks)));
  const Predictor predictor(folder.path(), "cpu");
  REQUIRE(predictor.learned_people().has_value());
  CHECK(predictor.learned_people()->mean == some_people().mean);
}
