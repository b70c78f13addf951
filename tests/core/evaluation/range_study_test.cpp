#include "core/evaluation/range_study.h"

#include <catch2/catch.hpp>

#include "core/evaluation/range_report.h"

namespace skiagraph {
namespace {

using evaluation::RangeEndError;
using evaluation::RangeOutcome;
using evaluation::RangeRow;
using evaluation::RangeTruth;
using scan_range::Region;

constexpr geometry::CanonicalFrame kFrame{256, 192, 60, 204, 96};

/// 2 mm per pixel, the neck's level at height 0.
geometry::CanonicalPlacement placement() {
  return {kFrame, {0, 0, 0}, {0, 0, -288}};
}

std::size_t at(Marker marker) {
  return static_cast<std::size_t>(marker);
}

/// Markers 8 px from each other, downwards; margins of 20 mm.
inference::MarkerEstimates found() {
  inference::MarkerEstimates markers;
  for (std::size_t n = 0; n < markers.size(); ++n) {
    markers[n].position = {60 + 8.0 * static_cast<double>(n), 96};
    markers[n].margin_mm = 20;
  }
  return markers;
}

RangeTruth truth_at_found() {
  RangeTruth truth;
  for (std::size_t n = 0; n < truth.landmarks.size(); ++n)
    truth.landmarks[n] = scan_range::Height{placement().to_patient(found()[n].position, 0).z, 0};
  return truth;
}

scan_range::MarginShares shares(double share) {
  scan_range::MarginShares all{};
  all.fill(share);
  return all;
}

RangeOutcome outcome_of(Region region, const RangeTruth& truth, double share,
                        const MarkerPositions& mean_person) {
  for (const RangeOutcome& one :
       evaluation::range_outcomes(found(), shares(share), truth, mean_person, placement()))
    if (one.region == region) return one;
  FAIL("no such region");
  return {};
}

TEST_CASE("Errors of a range's ends count outwards, and margins are what is planned beyond the markers") {
  RangeTruth truth = truth_at_found();
  truth.landmarks[at(Marker::kLiverTop)]->z_mm += 12;       // the true top is higher than found
  truth.landmarks[at(Marker::kIliacCrestLeft)]->z_mm += 6;  // the true bottom is higher than found
  MarkerPositions mean_person = inference::positions_of(found());
  mean_person[at(Marker::kLiverTop)].row += 5;
  const RangeOutcome outcome = outcome_of(Region::kAbdomen, truth, 0.5, mean_person);
  REQUIRE(outcome.top);
  REQUIRE(outcome.bottom);
  CHECK(outcome.top->found_mm == Approx(-12));
  CHECK(outcome.top->planned_mm == Approx(-2));  // half of a margin of 20
  CHECK(outcome.top->mean_person_mm == Approx(-22));
  CHECK(outcome.bottom->found_mm == Approx(6));
  CHECK(outcome.bottom->planned_mm == Approx(16));
  CHECK_FALSE(outcome.covered());
  CHECK(outcome_of(Region::kAbdomen, truth, 0.61, mean_person).covered());
  CHECK_FALSE(outcome.lung_inside);
}

TEST_CASE("Of a chest it is told whether the lung's true bottom is inside") {
  RangeTruth truth = truth_at_found();
  const MarkerPositions mean_person = inference::positions_of(found());
  truth.lung_bottom_mm = 0;
  CHECK(outcome_of(Region::kChest, truth, 1, mean_person).lung_inside == true);
  truth.lung_bottom_mm = -1000;
  CHECK(outcome_of(Region::kChest, truth, 1, mean_person).lung_inside == false);
}

TEST_CASE("Ends whose landmarks are not known are not compared, and regions without any are left out") {
  RangeTruth truth;
  const MarkerPositions mean_person = inference::positions_of(found());
  CHECK(evaluation::range_outcomes(found(), shares(1), truth, mean_person, placement()).empty());
  truth.landmarks[at(Marker::kPubicSymphysis)] = scan_range::Height{-200, 0};
  const auto outcomes = evaluation::range_outcomes(found(), shares(1), truth, mean_person, placement());
  REQUIRE(outcomes.size() == 2);  // pelvis, and chest to pelvis
  CHECK_FALSE(outcomes[0].top);
  CHECK(outcomes[0].bottom);
}

TEST_CASE("The share of margins that a person needs is just enough to hold both true ends") {
  RangeTruth truth = truth_at_found();
  truth.landmarks[at(Marker::kLungTopRight)]->z_mm += 15;
  truth.landmarks[at(Marker::kPubicSymphysis)]->z_mm -= 8;
  scan_range::Heights all = truth_at_found().landmarks;
  for (auto& height : all) height->margin_mm = 20;
  const double needed = *evaluation::needed_share(Region::kChestAbdomenPelvis, all, truth.landmarks);
  CHECK(needed == Approx(0.75));
  const MarkerPositions mean_person = inference::positions_of(found());
  CHECK(outcome_of(Region::kChestAbdomenPelvis, truth, needed + 1e-6, mean_person).covered());
  CHECK_FALSE(outcome_of(Region::kChestAbdomenPelvis, truth, needed - 1e-6, mean_person).covered());
  // The less sure of two markers may reach farther.
  all[at(Marker::kLungTopLeft)] = scan_range::Height{all[at(Marker::kLungTopRight)]->z_mm, 60};
  CHECK(*evaluation::needed_share(Region::kChestAbdomenPelvis, all, truth.landmarks) == Approx(0.4));
  CHECK_FALSE(evaluation::needed_share(Region::kChest, all, {}));
}

/// Twenty people whose ends are found from 1 to 20 mm too far inside, half of it at the other end.
std::vector<std::vector<RangeOutcome>> twenty(double margin_mm) {
  std::vector<std::vector<RangeOutcome>> people;
  for (int n = 1; n <= 20; ++n) {
    RangeOutcome outcome{Region::kAbdomen, {}, {}, {}};
    outcome.top = RangeEndError{-1.0 * n, margin_mm - n, -2.0 * n};
    outcome.bottom = RangeEndError{-0.5 * n, margin_mm - 0.5 * n, 0};
    people.push_back({outcome});
  }
  return people;
}

TEST_CASE(
    "A fixed margin is the least that holds 95 of 100 people, and what is beyond the true ends is too long") {
  const std::vector<RangeRow> rows = evaluation::range_rows(twenty(18.5));
  REQUIRE(rows.size() == 1);
  const RangeRow& row = rows.front();
  CHECK(row.region == Region::kAbdomen);
  CHECK(row.people == 20);
  CHECK(row.top->mean_mm == Approx(-10.5));
  CHECK(row.top->sd_mm == Approx(5.766).margin(0.001));
  CHECK(row.bottom->mean_mm == Approx(-5.25));
  CHECK(row.covered == Approx(18.0 / 20));
  CHECK(row.too_long_mm == Approx(2 * 18.5 - 15.75));
  CHECK(row.fixed_mm == 19);
  CHECK(row.fixed_too_long_mm == Approx(2 * 19 - 15.75));
  CHECK(row.mean_person_fixed_mm == 38);
  CHECK(row.mean_person_too_long_mm == Approx(2 * 38 - 21));
  CHECK_FALSE(row.lungs_inside);
  CHECK(evaluation::range_rows({}).empty());
}

TEST_CASE("The tables of scan ranges name what they show") {
  using Catch::Matchers::Contains;
  const std::vector<RangeRow> rows = evaluation::range_rows(twenty(20));
  CHECK_THAT(evaluation::ranges_text(rows),
             Contains("abdomen") && Contains("-10.5 +- 5.8") && Contains("100.0"));
  CHECK_THAT(evaluation::ranges_markdown(rows), Contains("## Scan range") && Contains("| abdomen | 20 |"));
  CHECK(evaluation::ranges_text({}).empty());
  evaluation::ScanResult scan;
  scan.name = "him";
  scan.ranges = twenty(0).front();
  CHECK_THAT(evaluation::scan_ranges_text(std::vector{scan}),
             Contains("him") && Contains("abdomen") && Contains("0 of 1"));
  CHECK(evaluation::scan_ranges_text(std::vector<evaluation::ScanResult>(1)).empty());
}

}  // namespace
}  // namespace skiagraph
