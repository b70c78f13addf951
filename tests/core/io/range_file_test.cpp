#include "core/io/range_file.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/io/markers_file.h"
#include "tests/core/io/person_prediction.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using nlohmann::json;

namespace {

json range_of(const PersonPrediction& person, const scan_range::Plan& plan) {
  Prediction prediction = person.prediction();
  prediction.range = plan;
  return json::parse(range_json(prediction, range_report(prediction)));
}

double height(const PersonPrediction& person, Marker marker) {
  return marker_position(person.surface, person.result.markers[static_cast<std::size_t>(marker)].position).z;
}

}  // namespace

TEST_CASE("A scan range is told in the scan's own coordinates and from a landmark") {
  const PersonPrediction person;  // the head is the file's +x
  scan_range::Plan plan;
  plan.margin_mm = 12;
  const json range = range_of(person, plan);
  CHECK(range["region"] == "chest");
  CHECK(range["automatic"] == true);
  CHECK(range["margin_mm"] == 12.0);
  CHECK(range["coverage"].is_null());
  CHECK(range["scan"]["head_axis"] == "+x");
  const double start = range["start"]["patient_mm"], end = range["end"]["patient_mm"];
  CHECK(start == Approx(height(person, Marker::kLungTopRight) + 12).margin(0.01));
  CHECK(range["start"]["marker"] == "lung_top_right");
  CHECK(range["length_mm"].get<double>() == Approx(start - end).margin(0.01));
  // The place in the file is the same height in the patient frame.
  for (const char* which : {"start", "end"}) {
    const auto& place = range[which]["scan_mm"];
    const Vec3 patient = person.scan.to_patient({place[0], place[1], place[2]});
    CHECK(patient.z == Approx(range[which]["patient_mm"].get<double>()).margin(0.01));
    CHECK(range[which]["table_mm"].get<double>() == Approx(place[0].get<double>()).margin(0.01));
  }
  CHECK(range["landmark"]["name"] == "sternal_notch");
  const double above = start - height(person, Marker::kSternalNotch);
  CHECK(range["start"]["from_landmark_mm"].get<double>() == Approx(above).margin(0.01));
  CHECK(range["start"]["from_landmark"].get<std::string>().substr(0, 2) == "S ");
  CHECK(range["end"]["from_landmark"].get<std::string>().substr(0, 2) == "I ");
}

TEST_CASE("An automatic range promises 95 of 100 people, one whose end was moved promises nothing") {
  const PersonPrediction person;
  CHECK(range_of(person, {})["coverage"] == 0.95);
  scan_range::Plan plan;
  plan.top_mm = 1400;
  const json moved = range_of(person, plan);
  CHECK(moved["coverage"].is_null());
  CHECK(moved["automatic"] == false);
  CHECK(moved["start"]["by_hand"] == true);
  CHECK(moved["start"]["patient_mm"] == 1400.0);
  CHECK(moved["start"]["marker"].is_null());
}

TEST_CASE("A range that reaches beyond the scan is told as a doubt, and without a plan there is none") {
  const PersonPrediction person;
  Prediction prediction = person.prediction();
  const auto beyond = [](const RangeReport& report) {
    return std::ranges::any_of(report.remarks,
                               [](const Remark& r) { return r.code == "range.beyond_scan" && r.doubtful; });
  };
  CHECK_FALSE(beyond(range_report(prediction)));
  prediction.range->top_mm = 2500;
  CHECK(beyond(range_report(prediction)));
  CHECK(range_report(prediction, Marker::kCarina).landmark == Marker::kCarina);
  prediction.range.reset();
  CHECK_THROWS_AS(range_report(prediction), InputError);
  CHECK_THROWS_AS(write_range(person.folder / "range.json", prediction), InputError);
}
