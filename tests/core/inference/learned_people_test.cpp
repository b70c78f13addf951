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
  people.interior_covariance = 4 * Eigen::MatrixXd::Identity(kCoordinates, kCoordinates);
  people.interior_covariance(6, 8) = people.interior_covariance(8, 6) = 3;
  people.profile.mean.setConstant(0.4);
  people.profile.precision = 9 * Eigen::MatrixXd::Identity(2 * kProfileLevels, 2 * kProfileLevels);
  people.profile.usual_distance = 5.5;
  people.trust[2 * static_cast<Eigen::Index>(Marker::kCarina)] = 0.25;
  people.margin_factor[3] = 4;
  people.range_share[2] = 0.625;
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
  CHECK(read->interior_covariance.isApprox(people.interior_covariance, 1e-6));
  CHECK(read->profile.mean.isApprox(people.profile.mean, 1e-6));
  CHECK(read->profile.precision.isApprox(people.profile.precision, 1e-6));
  CHECK(read->profile.usual_distance == Approx(5.5));
  CHECK(read->trust.isApprox(people.trust, 1e-6));
  CHECK(read->margin_factor[3] == Approx(4));
  CHECK(read->margin_factor[4] == Approx(kNormalMarginFactor));
  CHECK_FALSE(read_learned_people(path, "4567").has_value());

  LearnedPeople unknown = people;
  unknown.profile = {};
  write_learned_people(path, unknown, "0123");
  REQUIRE(read_learned_people(path, "0123").has_value());
  CHECK(read_learned_people(path, "0123")->profile.precision.size() == 0);

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

TEST_CASE("An answer is drawn to the mean person as far as it does not deserve trust") {
  const LearnedPeople people = some_people();
  const Pixel mean = people.mean[static_cast<std::size_t>(Marker::kCarina)];
  const auto carina = [&](double unlikeness) {
    return people.trusted(Marker::kCarina, {mean.row + 8, mean.column - 3}, people.trust_for(unlikeness));
  };
  CHECK(carina(1) == Pixel{mean.row + 2, mean.column - 3});    // as was measured on strangers
  CHECK(carina(0.4) == Pixel{mean.row + 8, mean.column - 3});  // of a body like those learned from, whole
  CHECK(carina(0.7).row > mean.row + 2);
  CHECK(carina(0.7).row < mean.row + 8);
  CHECK(people.trusted(Marker::kNeck, {3, 4}, people.trust_for(1)) == Pixel{3, 4});

  const TemporaryFolder folder;
  networks::Networks networks = networks::make_networks(testing::kSmallFrame, 1);
  networks::write_networks(folder.path(), networks);
  PredictorOptions options;
  options.learned_people = people;
  options.learned_people->trust.setZero();
  options.learned_people->profile.usual_distance = 1e-3;  // nobody is like those
  Predictor predictor(folder.path(), "cpu", options);
  geometry::SurfaceImage surface{{testing::kSmallFrame, {0, 0, 0}, {0, 0, -560}}, 0, {}, {}};
  surface.depth.assign(static_cast<std::size_t>(testing::kSmallFrame.rows) * testing::kSmallFrame.columns,
                       0.1F);
  surface.thickness.assign(surface.depth.size(), 0.3F);
  LoopRequest request;
  request.surface = std::make_shared<const geometry::SurfaceImage>(surface);
  const LoopResult result = predictor.run(request);
  CHECK(result.converged);  // nothing can move
  for (int n = 0; n < kMarkerCount; ++n) {
    CHECK(result.markers[n].position.row == Approx(people.mean[n].row));
    CHECK(result.markers[n].position.column == Approx(people.mean[n].column));
  }
}
