#include "core/io/markers_file.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/io/synthetic_notice.h"
#include "tests/core/io/person_prediction.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::inference;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using nlohmann::json;

namespace {

json written(const PersonPrediction& person) {
  write_markers(person.folder / "markers.json", person.prediction());
  return json::parse(read_file(person.folder / "markers.json"));
}

Vec3 to_vec3(const json& value) {
  REQUIRE(value.size() == 3);
  return {value[0], value[1], value[2]};
}

}  // namespace

TEST_CASE("markers.json says what was predicted, from what and how") {
  const PersonPrediction person;
  const json file = written(person);
  CHECK(file["software"].get<std::string>().starts_with("Skiagraph "));
  CHECK(file["model"] == "test 1");
  CHECK(file["scan"]["path"] == (person.folder / "person.ply").string());
  CHECK(file["scan"]["sha256"].get<std::string>().size() == 64);
  CHECK(file["scan"]["unit_mm"] == 1000);
  CHECK(file["mm_per_px"].get<double>() == Approx(person.surface.placement.mm_per_px()).margin(0.001));
  CHECK(file["loop"]["converged"] == true);
  CHECK(file["loop"]["iterations"] == 3);
  CHECK(file["loop"]["milliseconds"] == 41.5);
  CHECK(file["loop"]["max_move_px"] == json({2.5, 0.5, 0.031}));
  CHECK(file["notice"] == kSyntheticNotice);
}

TEST_CASE(
    "markers.json tells places in pixels of the exported X-ray, also where it is finer than the loop's") {
  const PersonPrediction person;
  const CanonicalFrame frame = person.surface.placement.frame();
  const json same = written(person);
  imaging::XrayImage fine{refined(frame, 2), {}};
  fine.pixels.resize(static_cast<std::size_t>(fine.frame.rows) * fine.frame.columns, 0.5F);
  const Prediction prediction{{}, person.scan, person.scan.mesh, person.surface, person.result, fine, {}};
  write_markers(person.folder / "markers.json", prediction);
  const json file = json::parse(read_file(person.folder / "markers.json"));
  CHECK(file["mm_per_px"].get<double>() == Approx(person.surface.placement.mm_per_px() / 2).margin(0.001));
  // The same place: pixels have their centres at whole numbers.
  for (const int axis : {0, 1})
    CHECK(file["markers"][3]["px"][axis].get<double>() ==
          Approx(2 * same["markers"][3]["px"][axis].get<double>() + 0.5).margin(0.01));
  CHECK(file["markers"][3]["patient_mm"] == same["markers"][3]["patient_mm"]);
}

TEST_CASE("A body made to measure has no scan's file") {
  const PersonPrediction person;
  Prediction prediction = person.prediction();
  prediction.source.scan.clear();
  write_markers(person.folder / "markers.json", prediction);
  const json scan = json::parse(read_file(person.folder / "markers.json"))["scan"];
  CHECK(scan["path"].is_null());
  CHECK(scan["sha256"].is_null());
  CHECK(scan["to_patient"].size() == 4);
}

TEST_CASE("Markers stand in the order of the table, with the names of the files' format") {
  const PersonPrediction person;
  const json markers = written(person)["markers"];
  const std::vector<std::string> names{"neck",
                                       "lung_top_right",
                                       "lung_top_left",
                                       "sternal_notch",
                                       "sternum_tip",
                                       "carina",
                                       "liver_top",
                                       "liver_bottom",
                                       "kidney_centre_right",
                                       "kidney_centre_left",
                                       "iliac_crest_right",
                                       "iliac_crest_left",
                                       "pubic_symphysis",
                                       "femoral_head_right",
                                       "femoral_head_left",
                                       "shoulder_right",
                                       "shoulder_left"};
  REQUIRE(markers.size() == names.size());
  for (std::size_t n = 0; n < names.size(); ++n) {
    CAPTURE(n);
    CHECK(markers[n]["name"] == names[n]);
    CHECK(markers[n]["px"] == json({62.25 + 8 * n, 90.5 + n}));
    CHECK(markers[n]["confidence_mm"] == 3.5 + n);
    CHECK(markers[n]["pinned"] == (n == 6));
  }
}

TEST_CASE("A marker lies on the ray of its pixel, in the middle of the body, in both frames") {
  const PersonPrediction person;
  const json file = written(person);
  Transform to_patient;
  for (int row = 0; row < 4; ++row)
    for (int column = 0; column < 4; ++column)
      to_patient.m[row][column] = file["scan"]["to_patient"][row][column];
  const SurfaceImage& surface = person.surface;
  for (const json& marker : file["markers"]) {
    CAPTURE(marker["name"]);
    const Pixel pixel{marker["px"][0], marker["px"][1]};
    const Vec3 patient = to_vec3(marker["patient_mm"]), scan = to_vec3(marker["scan_mm"]);
    CHECK(norm(surface.placement.to_pixel(patient) - pixel) < 0.001);
    CHECK(patient.y == Approx(surface.middle_y_mm(pixel)).margin(0.001));
    CHECK(norm(to_patient(scan) - patient) < 0.003);
    // The file's own axes, scaled to mm: the head lies along its x.
    CHECK(scan.x == Approx(patient.z - to_patient.m[2][3]).margin(1));
    CHECK(scan.z == Approx(-(patient.x - to_patient.m[0][3])).margin(1));
  }
}

TEST_CASE("The trace holds every iteration") {
  const PersonPrediction person;
  std::vector<LoopIteration> trace(2);
  trace[1].number = 1;
  trace[1].max_move_px = 1.25;
  trace[1].markers[4].position = {30.5, 40.25};
  write_trace(person.folder / "trace.json", trace, CanonicalFrame{});
  const json file = json::parse(read_file(person.folder / "trace.json"));
  REQUIRE(file["iterations"].size() == 2);
  CHECK(file["iterations"][0]["px"].size() == kMarkerCount);
  CHECK(file["iterations"][1]["iteration"] == 1);
  CHECK(file["iterations"][1]["max_move_px"] == 1.25);
  CHECK(file["iterations"][1]["px"]["sternum_tip"] == json({30.5, 40.25}));
}

TEST_CASE("The name of a scan need not be UTF-8") {
  const PersonPrediction person;
  const auto scan = person.folder / "K\xf6rper.ply", out = person.folder / "markers.json";
  std::filesystem::copy_file(person.folder / "person.ply", scan);
  Prediction prediction = person.prediction();
  prediction.source.scan = scan;
  write_markers(out, prediction);
  const std::string path = json::parse(read_file(out))["scan"]["path"];
  CHECK(path.ends_with("K\xef\xbf\xbdrper.ply"));  // U+FFFD
}

TEST_CASE("A file is replaced as a whole, or stays as it was") {
  const PersonPrediction person;
  write_file(person.folder / "markers.json", "before");
  const auto kept = std::filesystem::path(person.folder / "markers.json").parent_path();
  CHECK_THROWS_AS(write_markers(kept / "nowhere" / "markers.json", person.prediction()), Error);
  CHECK(read_file(person.folder / "markers.json") == "before");
  CHECK(written(person).contains("markers"));
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(kept)) ++files;
  CHECK(files == 2);  // the scan and markers.json: nothing temporary is left
  CHECK_THROWS_AS(write_trace(person.folder / "nowhere" / "trace.json", {}, CanonicalFrame{}), Error);
}
