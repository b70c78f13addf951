#include "core/io/markers_file.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <span>

#include "core/base/error.h"
#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "core/io/scan_file.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::inference;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using nlohmann::json;

namespace {

/// The built-in person lying in a file in metres: its left is the file's -z, its back +y, its head +x.
struct Prediction {
  TemporaryFolder folder;
  AlignedScan scan;
  SurfaceImage surface;
  LoopResult result;

  static AlignedScan align(const TemporaryFolder& folder) {
    TriangleMesh mesh = built_in_person();
    for (Vec3& p : mesh.vertices) p = Vec3{p.z, p.y, -p.x} * 0.001;
    write_ply(folder / "person.ply", mesh);
    return read_scan(folder / "person.ply");
  }

  Prediction() : scan(align(folder)), surface(rasterise_surface(std::span(&scan.mesh, 1), scan.placement())) {
    for (int n = 0; n < kMarkerCount; ++n) {
      result.markers[n].position = {62.25 + 8 * n, 90.5 + n};
      result.markers[n].confidence_mm = 3.5 + n;
    }
    result.markers[6].pinned = true;
    result.converged = true;
    result.iterations = 3;
    result.milliseconds = 41.5;
    result.max_move_px = {2.5, 0.5, 0.03125};
  }

  [[nodiscard]] json written() const {
    write_markers(folder / "markers.json", {folder / "person.ply", "test 1"}, scan, surface, result);
    return json::parse(read_file(folder / "markers.json"));
  }
};

Vec3 to_vec3(const json& value) {
  REQUIRE(value.size() == 3);
  return {value[0], value[1], value[2]};
}

}  // namespace

TEST_CASE("markers.json says what was predicted, from what and how") {
  const Prediction prediction;
  const json file = prediction.written();
  CHECK(file["software"].get<std::string>().starts_with("Skiagraph "));
  CHECK(file["model"] == "test 1");
  CHECK(file["scan"]["path"] == (prediction.folder / "person.ply").string());
  CHECK(file["scan"]["sha256"].get<std::string>().size() == 64);
  CHECK(file["scan"]["unit_mm"] == 1000);
  CHECK(file["mm_per_px"].get<double>() == Approx(prediction.surface.placement.mm_per_px()).margin(0.001));
  CHECK(file["loop"]["converged"] == true);
  CHECK(file["loop"]["iterations"] == 3);
  CHECK(file["loop"]["milliseconds"] == 41.5);
  CHECK(file["loop"]["max_move_px"] == json({2.5, 0.5, 0.031}));
}

TEST_CASE("Markers stand in the order of the table, with the names of the files' format") {
  const Prediction prediction;
  const json markers = prediction.written()["markers"];
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
  const Prediction prediction;
  const json file = prediction.written();
  Transform to_patient;
  for (int row = 0; row < 4; ++row)
    for (int column = 0; column < 4; ++column)
      to_patient.m[row][column] = file["scan"]["to_patient"][row][column];
  const SurfaceImage& surface = prediction.surface;
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
  const Prediction prediction;
  std::vector<LoopIteration> trace(2);
  trace[1].number = 1;
  trace[1].max_move_px = 1.25;
  trace[1].markers[4].position = {30.5, 40.25};
  write_trace(prediction.folder / "trace.json", trace);
  const json file = json::parse(read_file(prediction.folder / "trace.json"));
  REQUIRE(file["iterations"].size() == 2);
  CHECK(file["iterations"][0]["px"].size() == kMarkerCount);
  CHECK(file["iterations"][1]["iteration"] == 1);
  CHECK(file["iterations"][1]["max_move_px"] == 1.25);
  CHECK(file["iterations"][1]["px"]["sternum_tip"] == json({30.5, 40.25}));
}

TEST_CASE("The name of a scan need not be UTF-8") {
  const Prediction prediction;
  const auto scan = prediction.folder / "K\xf6rper.ply", out = prediction.folder / "markers.json";
  std::filesystem::copy_file(prediction.folder / "person.ply", scan);
  write_markers(out, {scan, "test 1"}, prediction.scan, prediction.surface, prediction.result);
  const std::string path = json::parse(read_file(out))["scan"]["path"];
  CHECK(path.ends_with("K\xef\xbf\xbdrper.ply"));  // U+FFFD
}

TEST_CASE("A file is replaced as a whole, or stays as it was") {
  const Prediction prediction;
  write_file(prediction.folder / "markers.json", "before");
  CHECK_THROWS_AS(write_markers(prediction.folder / "markers.json", {prediction.folder / "gone.ply", ""},
                                prediction.scan, prediction.surface, prediction.result),
                  InputError);
  CHECK(read_file(prediction.folder / "markers.json") == "before");
  CHECK(prediction.written().contains("markers"));
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry :
       std::filesystem::directory_iterator((prediction.folder / "markers.json").parent_path()))
    ++files;
  CHECK(files == 2);  // the scan and markers.json: nothing temporary is left
  CHECK_THROWS_AS(write_trace(prediction.folder / "nowhere" / "trace.json", {}), Error);
}
