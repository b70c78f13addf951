#include "core/evaluation/population_report.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/base/error.h"

using namespace skiagraph;
using namespace skiagraph::evaluation;
using namespace skiagraph::tensors;
using Catch::Matchers::Contains;

namespace {

/// Two bases; measures and landmarks of a known spread.
Dataset known_people() {
  torch::manual_seed(3);
  constexpr std::int64_t kPeople = 4000, kSkins = 40, kDraws = 30;
  Dataset people;
  people.frame = {24, 16, 5, 17, 8};
  people.surface = torch::rand({kPeople, 2, 24, 16});
  people.xray = torch::rand({kPeople, 1, 24, 16});
  people.landmarks = torch::zeros({kPeople, 18, 2});
  people.mm_per_px = torch::full({kPeople}, 40.0F);                        // torsos of 480 mm
  people.landmarks.select(2, 0).copy_(torch::randn({kPeople, 18}) * 0.5);  // 20 mm
  people.split = torch::zeros({kPeople}, torch::kUInt8);
  people.base = torch::arange(kPeople).remainder(2).to(torch::kUInt8);
  people.measures = torch::stack({1700 + 60 * torch::randn({kPeople}), 70 + 10 * torch::randn({kPeople})}, 1);
  people.floor_draws_mm = torch::randn({kSkins, kDraws, 18, 2}) * torch::tensor({18.0F, 7.0F});
  people.floor_xray = torch::tensor(0.0051F);
  people.metadata = {
      {"bases", "AF,AM"}, {"sexes", "female,male"}, {"measures", "stature,mass"}, {"rejected", "7"}};
  return people;
}

const LandmarkSpread& row(const PopulationReport& report, Marker marker) {
  return report.landmarks[static_cast<std::size_t>(marker)];
}

}  // namespace

TEST_CASE("the report finds the spreads that are there") {
  const PopulationReport report = population_report(known_people());
  CHECK(report.people == 4000);
  CHECK(report.rejected == "7");
  const LandmarkSpread& liver = row(report, Marker::kLiverTop);
  // 20 mm of the person and 14 mm of lying down somewhere on the table.
  CHECK(liver.total == Approx(24.4).epsilon(0.05));
  CHECK(liver.published_total == 23);
  CHECK(*liver.unexplained == Approx(18).epsilon(0.05));
  CHECK(*liver.unexplained_sideways == Approx(7).epsilon(0.05));
  CHECK(*liver.floor_cm > 1.3);
  CHECK(*liver.floor_cm < 1.9);
  CHECK(liver.floor_95.low < *liver.floor_cm);
  CHECK(liver.floor_95.high > *liver.floor_cm);
  CHECK_FALSE(row(report, Marker::kCarina).published_total.has_value());

  REQUIRE(report.measures.size() == 4);
  CHECK(report.measures[0].base == "AF");
  CHECK(report.measures[0].mean == Approx(1700).epsilon(0.01));
  CHECK(report.measures[0].sd == Approx(60).epsilon(0.05));
  CHECK(*report.measures[0].published_mean == 1628.5);
  CHECK(*report.measures[2].published_mean == 1756.2);
}

TEST_CASE("the report's table sets each figure beside the published one") {
  const std::string text = report_text(population_report(known_people()));
  CHECK_THAT(text, Contains("| liver_top | 24."));
  CHECK_THAT(text, Contains("(23.0, +"));
  CHECK_THAT(text, Contains("| AM | stature | 1"));
  CHECK_THAT(text, Contains("(1756.2, -3 %)"));
  CHECK_THAT(text, Contains("draws rejected: 7"));
  CHECK_THAT(text, Contains("NATICK/TR-15/007"));
}

TEST_CASE("the report's JSON holds figures, published ones, and null for what is not known") {
  const PopulationReport report = population_report(known_people());
  const auto json = nlohmann::json::parse(report_json_text(report));
  CHECK(json["people"] == 4000);
  CHECK(json["landmarks"].size() == kLandmarkCount);
  const auto& liver = json["landmarks"][static_cast<std::size_t>(Marker::kLiverTop)];
  CHECK(liver["name"] == "liver_top");
  CHECK(liver["total_mm"] == row(report, Marker::kLiverTop).total);
  CHECK(liver["published_total_mm"] == 23);
  CHECK(liver["floor_95_cm"][1] == row(report, Marker::kLiverTop).floor_95.high);
  CHECK(json["landmarks"][static_cast<std::size_t>(Marker::kCarina)]["published_total_mm"].is_null());
  CHECK(json["measures"][2]["base"] == "AM");
  CHECK(json["measures"][2]["published_mean"] == 1756.2);
}

TEST_CASE("without floors the report has none, without measures there is no report") {
  Dataset people = known_people();
  people.floor_draws_mm = torch::Tensor();
  people.floor_xray = torch::Tensor();
  const PopulationReport report = population_report(people);
  CHECK_FALSE(row(report, Marker::kLiverTop).floor_cm.has_value());
  CHECK_THAT(report_text(report), Contains("floor of the X-ray inside the body: -"));
  people.measures = torch::Tensor();
  CHECK_THROWS_WITH(population_report(people), Contains("has no measures of its people"));
}

TEST_CASE("a data set that does not say whose measures it has is refused") {
  for (const auto& [key, value] : {std::pair{"sexes", "female"}, {"measures", "stature"}}) {
    Dataset people = known_people();
    people.metadata[key] = value;
    CHECK_THROWS_AS(population_report(people), InputError);
    people.metadata.erase(key);
    CHECK_THROWS_AS(population_report(people), InputError);
  }
}

TEST_CASE("the sheet shows ten of each base from slim to obese") {
  Dataset people = known_people();
  // Grey of each picture by body mass index.
  const auto index = people.measures.select(1, 1) / people.measures.select(1, 0).square();
  people.xray = ((index - index.min()) / (index.max() - index.min()) * 0.5 + 0.1)
                    .reshape({-1, 1, 1, 1})
                    .expand({-1, 1, 24, 16})
                    .contiguous();
  const ContactSheet sheet = population_sheet(people);
  CHECK(sheet.rows == 2 * 24 + 4);
  CHECK(sheet.columns == 10 * 16 + 9 * 4);
  for (const int base : {0, 1}) {
    int last = 0;
    for (int place = 0; place < 10; ++place) {
      const int grey =
          sheet.rgb[(static_cast<std::size_t>(base * 28 + 12) * sheet.columns + place * 20 + 8) * 3];
      CHECK(grey > last);
      last = grey;
    }
  }
}
