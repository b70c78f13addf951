#include "core/evaluation/scan_report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "core/evaluation/text_columns.h"

using namespace skiagraph;
using namespace skiagraph::evaluation;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace {

std::vector<ScanResult> some_scans() {
  std::vector<ScanResult> scans(3);
  scans[0].name = "known";
  scans[0].model = "first";
  scans[0].markers = {{Marker::kCarina, 2.0, 1.6, -1.2, 1.0, true},
                      {Marker::kLiverTop, 4.0, -4, 0, 2, false}};
  scans[0].neck_level_mm = 12.4;
  scans[0].converged = true;
  scans[0].iterations = 5;
  scans[0].checks.mirror = {0.5, 1.25, Marker::kLiverBottom, ""};
  scans[0].checks.resampled = Disagreement{0.1, 0.2, Marker::kNeck, ""};
  scans[0].checks.same_as = SameBody{"unknown", {0.3, 0.6, Marker::kLiverTop, ""}, -7.4};
  scans[1].name = "unknown";
  scans[1].checks.mirror.refusal = "It is no body.";
  scans[1].checks.plausibility.wrong_order = {{Marker::kCarina, Marker::kLiverTop}};
  scans[1].checks.plausibility.unusual_heights = {{Marker::kNeck, -4.25}};
  scans[2].name = "refused";
  scans[2].refusal_code = "file.missing";
  scans[2].refusal = "There is no file \"a|b.ply\".";
  return scans;
}

std::set<std::string> keys(const Json& object) {
  std::set<std::string> names;
  for (const auto& item : object.items()) names.insert(item.key());
  return names;
}

}  // namespace

TEST_CASE("The summary counts scans with landmarks once each") {
  const ScanSummary summary = summary_of(some_scans());
  CHECK(summary.scans == 1);
  CHECK(summary.error_cm == Approx(3));
  CHECK(summary.mean_person_cm == Approx(1.5));
  CHECK(summary.better_than_mean_person == 0);
  CHECK(summary.landmarks == 2);
  CHECK(summary.inside_95 == 1);
}

TEST_CASE("The JSON of scans has the fields that programs rely on") {
  const Json scans = Json::parse(scans_json_text(some_scans())).at("scans");
  REQUIRE(scans.size() == 3);
  const Json& known = scans[0];
  CHECK(known.at("name") == "known");
  REQUIRE(known.at("markers").size() == 2);
  CHECK(keys(known.at("markers")[0]) == std::set<std::string>{"name", "error_cm", "head_feet_cm",
                                                              "sideways_cm", "mean_person_cm", "inside_95"});
  CHECK(known.at("markers")[0].at("name") == "carina");
  CHECK(known.at("markers")[0].at("inside_95") == true);
  CHECK(known.at("error_cm") == 3.0);
  CHECK(known.at("mean_person_cm") == 1.5);
  CHECK(known.at("worst_marker") == "liver_top");
  CHECK(known.at("levels").at("neck_mm") == 12.4);
  CHECK(known.at("levels").at("symphysis_mm").is_null());
  CHECK(known.at("loop") == Json{{"converged", true}, {"iterations", 5}});
  const Json& checks = known.at("checks");
  CHECK(checks.at("mirror") ==
        Json{{"mean_cm", 0.5}, {"greatest_cm", 1.25}, {"greatest_marker", "liver_bottom"}});
  CHECK(checks.at("same_as").at("name") == "unknown");
  CHECK(checks.at("same_as").at("torso_mm") == -7.4);
  CHECK(checks.at("plausible").at("plausible") == true);

  CHECK(scans[1].at("error_cm").is_null());
  CHECK(scans[1].at("checks").at("mirror") == Json{{"refusal", "It is no body."}});
  CHECK(scans[1].at("checks").at("resampled").is_null());
  CHECK(scans[1].at("checks").at("plausible").at("wrong_order")[0] ==
        Json{{"above", "carina"}, {"below", "liver_top"}});
  CHECK(scans[1].at("checks").at("plausible").at("unusual_heights")[0].at("standard_deviations") == -4.25);
  CHECK(scans[2].at("refusal").at("code") == "file.missing");
  CHECK(scans[2].at("markers").empty());
}

TEST_CASE("The text of scans has a row for each, also for those that were refused") {
  const std::string text = scans_text(some_scans());
  CHECK_THAT(text, Contains("refused: There is no file \"a|b.ply\"."));
  CHECK_THAT(text, Contains("the loop has not converged; carina is not above liver_top; neck is -4.2 SD from "
                            "the mean height; mirror image: It is no body."));
  CHECK_THAT(text, Contains("Mean over 1 scans with known landmarks: 3.00 cm, mean person 1.50 cm"));
  CHECK_THAT(text, Contains("1.25 liver_bottom"));
  CHECK(scans_text({}).empty());
  CHECK(scans_markdown({}).empty());
  CHECK_THAT(scans_markdown(some_scans()), Contains("| known | 2 | 3.00 | 1.50 | -1.20 | -0.60 | 50 | "
                                                    "liver_top 4.00 | +12 | - | 5 | |\n") &&
                                               Contains("a\\|b.ply"));
}

TEST_CASE("Columns are as wide as their widest text") {
  TextColumns table({"name", "x", "remarks"});
  table.add({"a", "1.25", "long"});
  table.add({"longer", "3", ""});
  CHECK(table.text() == "name       x  remarks\na       1.25  long\nlonger     3\n");
  CHECK(table.markdown() == "| name | x | remarks |\n|---|---|---|\n| a | 1.25 | long |\n| longer | 3 | |\n");
}
