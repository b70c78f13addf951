#include "core/evaluation/report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

namespace skiagraph {
namespace {

using Json = nlohmann::json;

evaluation::Evaluation evaluation(bool floors_known) {
  evaluation::PersonFigures person;
  for (std::size_t n = 0; n < evaluation::kMethods.size(); ++n) {
    person.methods[n].picture = {0.01, 0.02, 0.9, 0.8};
    person.methods[n].error_cm.fill(n + 1.0);
  }
  person.converged = true;
  person.iterations = 6;
  person.milliseconds = 120;
  person.error_cm_by_iteration = {3, 2};
  evaluation::Floors floors;
  if (floors_known) {
    floors.marker_cm.emplace().fill(1.6);
    floors.mae_body = 0.0123;
  }
  evaluation::Evaluation evaluation;
  evaluation.model = "first";
  evaluation.device = "cpu";
  evaluation.tables = evaluation::summarise(std::vector{person, person}, floors);
  return evaluation;
}

std::set<std::string> keys(const Json& object) {
  std::set<std::string> names;
  for (const auto& item : object.items()) names.insert(item.key());
  return names;
}

TEST_CASE("The JSON report has the fields that programs rely on") {
  const Json report = Json::parse(evaluation::evaluation_json(evaluation(true)));
  CHECK(report.at("people") == 2);
  CHECK(report.at("split") == "test");
  CHECK(report.at("model") == "first");
  REQUIRE(report.at("markers").size() == kMarkerCount);
  const Json& marker = report.at("markers").at(6);
  CHECK(keys(marker) == std::set<std::string>{"name", "error_cm", "floor_cm", "mean_person_cm", "inside_95"});
  CHECK(marker.at("name") == "liver_top");
  CHECK(marker.at("error_cm") == 4.0);
  CHECK(marker.at("floor_cm") == 1.6);
  CHECK(marker.at("mean_person_cm") == 1.0);
  REQUIRE(report.at("table1").size() == 4);
  const Json& loop_row = report.at("table1").at(3);
  CHECK(loop_row.at("method") == "loop (shipped)");
  CHECK(loop_row.at("mae").get<double>() == Approx(0.01));
  CHECK(loop_row.at("mae_body").get<double>() == Approx(0.02));
  CHECK(loop_row.at("ms_ssim").get<double>() == Approx(0.9));
  CHECK(loop_row.at("ms_ssim_box").get<double>() == Approx(0.8));
  CHECK(report.at("table2").is_null());
  CHECK(report.at("table3").is_null());
  CHECK(report.at("floor_mae_body") == 0.0123);
  const Json& loop = report.at("loop");
  CHECK(loop.at("converged_share") == 1.0);
  CHECK(loop.at("iterations_mean") == 6.0);
  CHECK(loop.at("ms_median") == 120.0);
  CHECK(loop.at("error_cm_by_iteration") == Json{3.0, 2.0});
  CHECK(report.at("headline").at("marker_error_to_floor").at("value").get<double>() == Approx(2.5));
  CHECK(keys(report.at("headline").at("mae_body")) == std::set<std::string>{"value", "low_95", "high_95"});
}

TEST_CASE("The JSON report is written for a model of any name") {
  evaluation::Evaluation named = evaluation(true);
  named.model = "M\xfcller";  // Latin-1
  CHECK(Json::parse(evaluation::evaluation_json(named)).at("people") == 2);
}

TEST_CASE("Floors that are not known are null in the report") {
  const Json report = Json::parse(evaluation::evaluation_json(evaluation(false)));
  CHECK(report.at("markers").at(0).at("floor_cm").is_null());
  CHECK(report.at("floor_mae_body").is_null());
}

TEST_CASE("The text report names every method and marker with its figures") {
  const std::string text = evaluation::evaluation_text(evaluation(true));
  for (const evaluation::Method method : evaluation::kMethods)
    CHECK(text.find(evaluation::method_name(method)) != std::string::npos);
  for (int n = 0; n < kMarkerCount; ++n) CHECK(text.find(marker_table()[n].name) != std::string::npos);
  CHECK(text.find("mean                                  4.00        1.60        2.50        1.00\n") !=
        std::string::npos);
  CHECK(text.find("0.0123") != std::string::npos);
  CHECK(text.find("2 people of the test split") != std::string::npos);
  CHECK(text.find("100.0 % converged, 6.0 iterations") != std::string::npos);
}

TEST_CASE("The text report gives no ratio to a floor of nearly nothing") {
  evaluation::Evaluation report = evaluation(true);
  report.tables.markers[0].floor_cm = 0;
  CHECK(evaluation::evaluation_text(report).find(
            "neck                                  4.00        0.00           -") != std::string::npos);
}

}  // namespace
}  // namespace skiagraph
