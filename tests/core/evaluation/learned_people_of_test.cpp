#include "core/evaluation/learned_people_of.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "tests/core/evaluation/tiny_people.h"

namespace skiagraph {
namespace {

TEST_CASE("Mean and covariance are those of the training people") {
  tensors::Dataset people = testing::tiny_people();
  const inference::LearnedPeople learned = evaluation::learned_people_of(people);
  // The rows of the four go up by 1 from one to the next, the columns down by 2.
  CHECK(learned.mean[2].row == Approx(40 + 5 * 2 + 1.5));
  CHECK(learned.mean[2].column == Approx(88 - 2 * 1.5));
  REQUIRE(learned.covariance.rows() == 2 * kMarkerCount);
  CHECK(learned.covariance(0, 0) == Approx(5.0 / 3));
  CHECK(learned.covariance(0, 1) == Approx(-10.0 / 3));
  CHECK(learned.covariance(3, 1) == Approx(20.0 / 3));
  CHECK(learned.margin_factor[0] == Approx(inference::kNormalMarginFactor));

  people.landmarks.slice(0, 4).fill_(7);  // those of the other splits
  CHECK(evaluation::learned_people_of(people).mean == learned.mean);
  people.split.fill_(2);
  CHECK_THROWS_AS(evaluation::learned_people_of(people), InputError);
}

TEST_CASE("A margin factor is the 95th percentile, drawn to that of all markers where people are few") {
  std::array<std::vector<double>, kMarkerCount> ratios;
  for (auto& own : ratios)
    for (int n = 1; n <= 100; ++n) own.push_back(0.02 * n);
  ratios[4].assign(100, 5);
  const auto factors = evaluation::margin_factors(ratios);
  CHECK(factors[0] > 1.9);
  CHECK(factors[0] < 2.6);
  // A sixth of the whole: 20 people's weight beside 100.
  CHECK(factors[4] - factors[0] == Approx(100.0 / 120 * (5 - 1.92)).margin(0.02));
  for (auto& own : ratios) own.assign(1, 0);
  CHECK(evaluation::margin_factors(ratios)[0] > 0);
}

TEST_CASE("Margins are measured on the validation people") {
  const testing::ConstantModels models(testing::kTinyFrame, 0.25, 0.5);
  inference::Predictor predictor = models.predictor();
  tensors::Dataset people = testing::tiny_people();
  std::vector<double> progress;
  const inference::LearnedPeople learned =
      evaluation::with_margins(evaluation::learned_people_of(people), people, predictor,
                               [&](double done, const std::string&) { progress.push_back(done); });
  CHECK(learned.mean == evaluation::learned_people_of(people).mean);
  CHECK(progress.back() == 1);
  // The networks answer everybody with one place; the markers go down by 5 px from one to the next, so the
  // margins differ. Confidence and error are both in mm of the one validation person.
  CHECK(learned.margin_factor[16] != learned.margin_factor[0]);
  people.split = torch::where(people.split.eq(1), torch::zeros_like(people.split), people.split);
  CHECK_THROWS_AS(evaluation::with_margins(learned, people, predictor), InputError);
  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(evaluation::with_margins(learned, testing::tiny_people(), predictor, {}, &cancel),
                  Cancelled);
}

TEST_CASE("How markers vary under one skin comes from the draws of the floors, in pixels") {
  tensors::Dataset people = testing::tiny_people();
  people.mm_per_px.fill_(2);
  // Two skins, two draws each: the liver's top 12 mm lower in one, the carina 6 mm with it.
  people.floor_draws_mm = torch::zeros({2, 2, kLandmarkCount, 2});
  for (const int skin : {0, 1}) {
    people.floor_draws_mm[skin] += 100 * skin;
    people.floor_draws_mm[skin][1][static_cast<int>(Marker::kLiverTop)][0] += 12;
    people.floor_draws_mm[skin][1][static_cast<int>(Marker::kCarina)][0] += 6;
  }
  const inference::LearnedPeople learned = evaluation::learned_people_of(people);
  const auto liver = 2 * static_cast<Eigen::Index>(Marker::kLiverTop),
             carina = 2 * static_cast<Eigen::Index>(Marker::kCarina);
  CHECK(learned.interior_covariance(liver, liver) == Approx(6 * 6 / 2.0));
  CHECK(learned.interior_covariance(liver, carina) == Approx(6 * 3 / 2.0));
  CHECK(learned.interior_covariance(carina, liver) == Approx(6 * 3 / 2.0));
  CHECK(learned.interior_covariance(liver + 1, liver + 1) == Approx(0).margin(1e-9));
  CHECK(learned.interior_covariance(0, 0) == Approx(0).margin(1e-9));
}

}  // namespace
}  // namespace skiagraph
