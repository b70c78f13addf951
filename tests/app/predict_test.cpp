#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/bodies/built_in_person.h"
#include "core/geometry/scan_alignment.h"
#include "core/io/checksum.h"
#include "core/io/landmarks_file.h"
#include "core/io/mesh_file.h"
#include "core/io/png.h"
#include "core/io/surface_formats.h"
#include "core/markers/marker_table.h"
#include "tests/app/networks.h"
#include "tests/app/program.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

/// The built-in person and untrained networks in a folder.
struct Workplace {
  TemporaryFolder folder;
  std::string scan = folder / "person.ply", models = folder / "models", out = folder / "out";

  Workplace() {
    write_ply(scan, built_in_person());
    write_untrained_networks(models);
  }
  [[nodiscard]] ProgramEnd predict(std::vector<std::string> further = {}) const {
    std::vector<std::string> words{"predict",          scan, "--out", out, "--models", models,
                                   "--max-iterations", "2"};
    words.insert(words.end(), further.begin(), further.end());
    return run_cli(words);
  }
  [[nodiscard]] json file(const std::string& name) const {
    return json::parse(read_file(std::filesystem::path(out) / name));
  }
  [[nodiscard]] Pixel place(Marker marker) const {
    const json px = file("markers.json")["markers"][static_cast<std::size_t>(marker)]["px"];
    return {px[0], px[1]};
  }
};

/// Untrained networks need not come to rest in so few turns, which exit code 3 says.
bool has_result(const ProgramEnd& end) {
  return end.code == 0 || end.code == 3;
}

}  // namespace

TEST_CASE("predict writes X-ray, surface, markers and trace of a scan") {
  const Workplace place;
  const ProgramEnd end = place.predict();
  INFO(end.err);
  REQUIRE(end.code == 3);  // there is a result, and it should not be trusted
  CHECK_THAT(end.err,
             Catch::Matchers::StartsWith("Warning: ") && Contains("did not come to rest"));  // two turns
  CHECK_THAT(end.out, Contains("1 mm per unit") && Contains("liver_top"));

  const PngImage xray = read_png(std::filesystem::path(place.out) / "xray.png");
  CHECK(xray.bits == 16);
  CHECK(xray.channels == 1);
  CHECK(xray.rows == kSmallFrame.rows);  // the frame is that of the networks
  CHECK(xray.columns == kSmallFrame.columns);
  const PngImage surface = read_png(std::filesystem::path(place.out) / "surface.png");
  CHECK(surface.bits == 16);
  CHECK(surface.rows == kSmallFrame.rows);
  CHECK(surface.columns == 2 * kSmallFrame.columns);
  // Thickness, on the right: the body at the middle of the torso, nothing in the corner above the shoulder.
  const auto thickness = [&](int row, int column) {
    return surface.values[static_cast<std::size_t>(row) * surface.columns + kSmallFrame.columns + column];
  };
  CHECK(thickness(33, 24) > 0.2);
  CHECK(thickness(33, 24) < 0.7);
  CHECK(thickness(0, 0) == 0);

  const json markers = place.file("markers.json");
  CHECK(markers["model"] == "untrained 3");
  CHECK(markers["scan"]["sha256"] == sha256(place.scan));
  CHECK(markers["markers"].size() == kMarkerCount);
  REQUIRE(markers["warnings"].size() == 1);
  CHECK(markers["warnings"][0]["code"] == "loop.not_at_rest");
  CHECK(markers["markers"][0]["margin_95_mm"].is_null());  // nobody measured any
  CHECK(markers["loop"]["iterations"] == 2);
  CHECK(markers["loop"]["max_move_px"].size() == 2);
  const json trace = place.file("trace.json")["iterations"];
  REQUIRE(trace.size() >= 2);
  CHECK(trace.back()["px"]["carina"] == markers["markers"][static_cast<int>(Marker::kCarina)]["px"]);
}

TEST_CASE("predict gives the same again, and replaces what was there with --force alone") {
  const Workplace place;
  REQUIRE(has_result(place.predict()));
  const std::filesystem::path out = place.out;
  const std::string xray = read_file(out / "xray.png");
  const json markers = place.file("markers.json")["markers"];
  for (const char* file : {"xray.png", "surface.png", "markers.json", "trace.json"}) {
    for (const auto& entry : std::filesystem::directory_iterator(out)) std::filesystem::remove(entry);
    write_file(out / file, "mine");
    const ProgramEnd end = place.predict();
    CHECK(end.code == 2);
    CHECK_THAT(end.err, Contains(file) && Contains("--force"));
    CHECK(read_file(out / file) == "mine");
  }
  write_file(out / "notes.txt", "mine");
  REQUIRE(has_result(place.predict({"--force"})));
  CHECK(read_file(out / "notes.txt") == "mine");
  CHECK(read_file(std::filesystem::path(place.out) / "xray.png") == xray);
  CHECK(place.file("markers.json")["markers"] == markers);
}

TEST_CASE("predict writes other formats when it is asked to, and replaces none of them unasked") {
  const Workplace place;
  const ProgramEnd end = place.predict({"--export", "dicom,markups", "--export", "csv,picture,body,xray"});
  INFO(end.err);
  REQUIRE(has_result(end));
  const std::filesystem::path out = place.out;
  CHECK(read_file(out / "xray.dcm").substr(128, 4) == "DICM");
  CHECK(read_png(out / "xray_picture.png").bits == 8);
  CHECK(read_mesh(out / "body.ply").triangles.size() == built_in_person().triangles.size());
  const KnownLandmarks landmarks = read_landmarks(out / "markers.mrk.json");
  const json markers = place.file("markers.json")["markers"];
  for (std::size_t n = 0; n < kMarkerCount; ++n) {
    REQUIRE(landmarks[n]);
    CHECK(landmarks[n]->x == Approx(markers[n]["scan_mm"][0].get<double>()).margin(0.002));
    CHECK(landmarks[n]->z == Approx(markers[n]["scan_mm"][2].get<double>()).margin(0.002));
  }
  CHECK_THAT(read_file(out / "markers.csv"), Catch::Matchers::StartsWith("name,x,y,z,"));

  for (const auto& entry : std::filesystem::directory_iterator(out)) std::filesystem::remove(entry);
  write_file(out / "xray.dcm", "mine");
  const ProgramEnd refused = place.predict({"--export", "dicom"});
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains("xray.dcm") && Contains("--force"));
  CHECK(read_file(out / "xray.dcm") == "mine");
  CHECK(has_result(place.predict()));  // nobody asks for this file
  CHECK(read_file(out / "xray.dcm") == "mine");
}

TEST_CASE("An export that does not exist is refused before the work, with a list of those that do") {
  const Workplace place;
  const ProgramEnd end = place.predict({"--export", "dicom,tiff"});
  CHECK(end.code == 2);
  CHECK_THAT(end.err, Contains("\"tiff\"") && Contains("markups"));
  CHECK_FALSE(std::filesystem::exists(place.out));
}

TEST_CASE("A scan whose name is not UTF-8 gives all files") {
  const Workplace place;
  const std::string scan = place.folder / "K\xf6rper.ply";
  std::filesystem::copy_file(place.scan, scan);
  const ProgramEnd end =
      run_cli({"predict", scan, "--out", place.out, "--models", place.models, "--max-iterations", "1"});
  INFO(end.err);
  REQUIRE(has_result(end));
  for (const char* name : {"xray.png", "surface.png", "markers.json", "trace.json"})
    CHECK(std::filesystem::exists(std::filesystem::path(place.out) / name));
  CHECK(place.file("markers.json")["scan"]["sha256"] == sha256(place.scan));
}

TEST_CASE("A pin moves its marker from where the network puts it") {
  const Workplace place;
  REQUIRE(has_result(place.predict()));
  const double mm_per_px = place.file("markers.json")["mm_per_px"];
  const Pixel before = place.place(Marker::kCarina);
  // Towards the middle of the picture, so that the pin lies inside wherever the networks put the marker.
  const double left = before.column < 24 ? 30 : -30, head = before.row < 32 ? -45.5 : 45.5;
  const std::string pin = "carina=" + std::to_string(left) + "," + std::to_string(head) + "mm";
  const ProgramEnd end = place.predict({"--force", "--pin", pin});
  INFO(end.err);
  REQUIRE(has_result(end));
  const Pixel after = place.place(Marker::kCarina);
  CHECK(after.column - before.column == Approx(left / mm_per_px).margin(0.01));
  CHECK(after.row - before.row == Approx(-head / mm_per_px).margin(0.01));
  const json markers = place.file("markers.json")["markers"];
  for (int n = 0; n < kMarkerCount; ++n)
    CHECK(markers[n]["pinned"] == (n == static_cast<int>(Marker::kCarina)));
}

TEST_CASE("Unit, axes and levels can be given by hand") {
  const Workplace place;
  const ProgramEnd end =
      place.predict({"--unit", "1.05", "--up", "+z", "--front", "+y", "--neck-level", "1500"});
  INFO(end.err);
  REQUIRE(has_result(end));
  const json scan = place.file("markers.json")["scan"];
  CHECK(scan["unit_mm"] == 1.05);
  CHECK(scan["to_patient"][0][0] == -1);  // the built-in person looks to -y
  CHECK(scan["to_patient"][1][1] == -1);
  AlignmentOverrides overrides;
  overrides.unit_mm = 1.05;
  const double symphysis = align_scan(built_in_person(), overrides).symphysis.z;
  const double torso = 36 * place.file("markers.json")["mm_per_px"].get<double>();
  CHECK(torso == Approx(1500 - symphysis).margin(3));
}

TEST_CASE("The networks are found through SKIAGRAPH_MODELS") {
  const Workplace place;
  const ProgramEnd end = run_cli({"predict", place.scan, "--out", place.out, "--max-iterations", "1"},
                                 {"SKIAGRAPH_MODELS=" + place.models});
  INFO(end.err);
  CHECK(has_result(end));
}

TEST_CASE("Help is no error") {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--help"}, std::vector<std::string>{"predict", "--help"}}) {
    const ProgramEnd end = run_cli(words);
    CHECK(end.code == 0);
    CHECK(end.err.empty());
    CHECK_THAT(end.out, Contains("predict"));
  }
  CHECK_THAT(run_cli({"predict", "--help"}).out,
             Contains("towards the head") && Contains(surface_format_names()));
}
