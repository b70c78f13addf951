#include "core/evaluation/figures.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/base/error.h"

namespace skiagraph {
namespace {

/// Somebody whose figures are multiples of `size`.
evaluation::PersonFigures person(double size, int iterations) {
  evaluation::PersonFigures figures;
  for (std::size_t n = 0; n < evaluation::kMethods.size(); ++n) {
    const double unit = size * (4.0 - static_cast<double>(n));  // the loop, last, is the best
    figures.methods[n].picture = {0.01 * unit, 0.02 * unit, 1 - 0.01 * unit, 1 - 0.02 * unit};
    figures.methods[n].error_cm.fill(unit);
  }
  figures.converged = iterations < 50;
  figures.iterations = iterations;
  figures.milliseconds = 100 * size;
  return figures;
}

const evaluation::HeadlineRow& headline(const evaluation::Tables& tables, const std::string& name) {
  const auto found = std::find_if(tables.headline.begin(), tables.headline.end(),
                                  [&](const evaluation::HeadlineRow& row) { return row.name == name; });
  REQUIRE(found != tables.headline.end());
  return *found;
}

TEST_CASE("Tables hold means over people") {
  const std::vector<evaluation::PersonFigures> people{person(1, 4), person(3, 50)};
  const evaluation::Tables tables = evaluation::summarise(people, {});
  CHECK(tables.people == 2);
  REQUIRE(tables.table1.size() == evaluation::kMethods.size());
  CHECK(tables.table1.front().method == "mean person");
  CHECK(tables.table1.front().picture.mae == Approx(0.08));
  CHECK(tables.table1.back().method == "loop (shipped)");
  CHECK(tables.table1.back().picture.mae_body == Approx(0.04));
  CHECK(tables.table1.back().picture.ms_ssim == Approx(0.98));
  CHECK(tables.table1.back().picture.ms_ssim_box == Approx(0.96));
  CHECK(tables.table1.back().error_cm == Approx(2));
  REQUIRE(tables.markers.size() == kMarkerCount);
  CHECK(tables.markers[3].marker == Marker::kSternalNotch);
  CHECK(tables.markers[3].error_cm == Approx(2));
  CHECK(tables.markers[3].mean_person_cm == Approx(8));
  CHECK_FALSE(tables.markers[3].floor_cm);
}

TEST_CASE("Ratios are those of means, and the interval holds them") {
  std::vector<evaluation::PersonFigures> people;
  for (int n = 0; n < 30; ++n) people.push_back(person(1 + n % 5, 4));
  evaluation::Floors floors;
  floors.marker_cm.emplace().fill(2);
  const evaluation::Tables tables = evaluation::summarise(people, floors);
  const evaluation::HeadlineRow &error = headline(tables, "marker_error_cm"),
                                &to_floor = headline(tables, "marker_error_to_floor"),
                                &to_mean_person = headline(tables, "mae_body_to_mean_person");
  CHECK(error.value == Approx(3));
  CHECK(error.low < 3);
  CHECK(error.high > 3);
  CHECK(error.low > 2.3);
  CHECK(error.high < 3.7);
  CHECK(to_floor.value == Approx(1.5));
  CHECK(to_floor.low == Approx(error.low / 2));
  CHECK(to_floor.high == Approx(error.high / 2));
  // The same for everybody here, so drawing other people changes nothing.
  CHECK(to_mean_person.value == Approx(0.25));
  CHECK(to_mean_person.low == Approx(0.25));
  CHECK(to_mean_person.high == Approx(0.25));
  CHECK(tables.markers[0].floor_cm == 2.0);
}

TEST_CASE("Without floors there is no figure relative to them") {
  const std::vector<evaluation::PersonFigures> people{person(1, 4)};
  const evaluation::Tables tables = evaluation::summarise(people, {});
  CHECK(std::none_of(tables.headline.begin(), tables.headline.end(),
                     [](const evaluation::HeadlineRow& row) { return row.name == "marker_error_to_floor"; }));
}

TEST_CASE("A loop that has ended counts with its last markers") {
  std::vector<evaluation::PersonFigures> people{person(1, 1), person(2, 3)};
  people[0].error_cm_by_iteration = {5, 3};
  people[1].error_cm_by_iteration = {9, 7, 5, 1};
  const evaluation::LoopStatistics loop = evaluation::summarise(people, {}).loop;
  CHECK(loop.error_cm_by_iteration == std::vector<double>{7, 5, 4, 2});
  CHECK(loop.converged_share == 1);
  CHECK(loop.iterations_mean == Approx(2));
  CHECK(loop.iterations_p95 == Approx(2.9));
  CHECK(loop.ms_median == Approx(150));
}

TEST_CASE("Loops that do not converge lower the share") {
  const std::vector<evaluation::PersonFigures> people{person(1, 4), person(1, 50), person(1, 5),
                                                      person(1, 6)};
  CHECK(evaluation::summarise(people, {}).loop.converged_share == Approx(0.75));
  CHECK_THROWS_AS(evaluation::summarise({}, {}), Error);
}

}  // namespace
}  // namespace skiagraph
