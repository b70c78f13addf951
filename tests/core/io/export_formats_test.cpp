#include "core/io/export_formats.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/io/landmarks_file.h"
#include "core/io/markers_file.h"
#include "core/io/mesh_file.h"
#include "core/io/png.h"
#include "core/io/synthetic_notice.h"
#include "tests/core/io/person_prediction.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

/// One export of the built-in person.
struct Exported {
  PersonPrediction person;
  std::filesystem::path path;

  explicit Exported(std::string_view name) {
    const ExportFormat& format = export_format_named(name);
    path = person.folder / std::string(format.file_name);
    format.write(path, person.prediction());
  }
  [[nodiscard]] Vec3 patient(int marker) const {
    return marker_position(person.surface, person.result.markers[marker].position);
  }
};

const std::string& text_of(const PngImage& image, const std::string& keyword) {
  const auto found = std::ranges::find(image.tags.texts, keyword, &PngText::keyword);
  REQUIRE(found != image.tags.texts.end());
  return found->text;
}

}  // namespace

TEST_CASE("Every export has a name and a file of its own") {
  std::set<std::string_view> names, files;
  for (const ExportFormat& format : export_formats()) {
    CHECK(names.insert(format.name).second);
    CHECK(files.insert(format.file_name).second);
    CHECK(&export_format_named(format.name) == &format);
    CHECK(format.file_name.ends_with("." + std::string(format.extension())));
    CHECK_THAT(export_format_names(), Contains(std::string(format.name)));
  }
  CHECK(export_format_named("markups").extension() == "mrk.json");
  CHECK_THROWS_WITH(export_format_named("bmp"), Contains("\"bmp\"") && Contains("dicom"));
}

TEST_CASE("The help page has every export") {
  const std::string page = read_file(SKIAGRAPH_SOURCE_DIR "/resources/help/export.md");
  for (const ExportFormat& format : export_formats())
    CHECK_THAT(page, Contains("| `" + std::string(format.name) + "` | " + std::string(format.title) + " | " +
                              std::string(format.file_name) + " |"));
}

TEST_CASE("Every export says that it is synthetic or for research, in the file") {
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const Exported exported(format.name);
    const std::string bytes = read_file(exported.path);
    CHECK_THAT(bytes, Contains("ynthetic") || Contains("research use"));
    CHECK_THAT(bytes, Contains("not for diagnosis") || Contains("ot for diagnostic use"));
  }
}

TEST_CASE("X-ray values come back from a PNG that tells their scale in mm, and no word covers them") {
  const Exported exported("xray");
  const PngImage image = read_png(exported.path);
  CHECK(image.bits == 16);
  CHECK(image.channels == 1);
  const std::vector<float>& values = exported.person.result.xray.pixels;
  REQUIRE(image.values.size() == values.size());
  for (std::size_t n = 0; n < values.size(); ++n)
    if (std::abs(image.values[n] - values[n]) > 1.0F / 65000) FAIL_CHECK("pixel " << n);
  const double mm_per_px = exported.person.surface.placement.mm_per_px();
  CHECK(image.tags.mm_per_px == Approx(mm_per_px).epsilon(0.002));  // whole pixels per metre
  CHECK_THAT(text_of(image, "Description"), Contains("Synthetic X-ray"));
  CHECK(text_of(image, "Disclaimer") == kSyntheticNotice);
}

TEST_CASE("The picture of an X-ray is large, seen through the window, and bears the notice") {
  Exported exported("picture");
  const PngImage image = read_png(exported.path);
  const geometry::CanonicalFrame& frame = exported.person.result.xray.frame;
  CHECK(image.bits == 8);
  CHECK(image.channels == 1);
  REQUIRE(image.rows >= 1000);
  const int factor = image.rows / frame.rows;
  CHECK(image.columns == factor * frame.columns);
  CHECK(image.tags.mm_per_px * factor ==
        Approx(exported.person.surface.placement.mm_per_px()).epsilon(0.002));
  const auto shown = [&](int row, int column) {
    return image.values[static_cast<std::size_t>(row) * image.columns + column];
  };
  const auto true_grey = [&](int row, int column) {
    return grey(imaging::kDefaultWindowLevel,
                exported.person.result.xray.pixels[static_cast<std::size_t>(row) * frame.columns + column]);
  };
  for (const int row : {3, 100, 200})
    for (const int column : {2, 90, 189})
      CHECK(shown(factor * row + factor / 2, factor * column + factor / 2) ==
            Approx(true_grey(row, column)).margin(0.01));
  // White letters with black rims, in the middle of the lowest twentieth.
  const auto first = image.values.end() - static_cast<std::ptrdiff_t>(image.values.size() / 20);
  CHECK(std::count_if(first, image.values.end(), [](float v) { return v > 0.98F; }) > 1000);
  CHECK(std::count_if(first, image.values.end(), [](float v) { return v < 0.02F; }) > 1000);
}

TEST_CASE("Markers for 3D Slicer are read back to the same places of the scan's file") {
  const Exported exported("markups");
  const KnownLandmarks landmarks = read_landmarks(exported.path);
  for (int n = 0; n < kMarkerCount; ++n) {
    CAPTURE(marker_table()[n].name);
    REQUIRE(landmarks[n]);
    const Vec3 patient = exported.patient(n);
    CHECK(norm(*landmarks[n] - scan_position(exported.person.scan, patient)) < 0.002);
    CHECK(norm(exported.person.scan.to_patient(*landmarks[n]) - patient) < 0.003);
  }
  CHECK_FALSE(landmarks[kMarkerCount]);  // nobody predicts it
}

TEST_CASE("Markers for 3D Slicer keep to its schema, and tell which axes a scan has") {
  const Exported exported("markups");
  const json file = json::parse(read_file(exported.path));
  CHECK_THAT(file["@schema"].get<std::string>(), Contains("markups-schema-v1.0.3.json"));
  REQUIRE(file["markups"].size() == 1);
  const json& list = file["markups"][0];
  CHECK(list["type"] == "Fiducial");
  CHECK(list["coordinateSystem"] == "LPS");
  CHECK(list["coordinateUnits"] == "mm");
  CHECK_THAT(list["description"].get<std::string>(),
             Contains(std::string(kSyntheticNotice)) && Contains("left is -z, the back +y, the head +x"));
  REQUIRE(list["controlPoints"].size() == kMarkerCount);
  for (std::size_t n = 0; n < kMarkerCount; ++n) {
    const json& point = list["controlPoints"][n];
    CHECK(point["label"] == marker_table()[n].name);
    CHECK(point["id"] == std::to_string(n + 1));
    CHECK(point["positionStatus"] == "defined");
    CHECK(point["selected"] == true);
    CHECK(point["visibility"] == true);
    CHECK(point["locked"] == false);
    CHECK(point["orientation"].size() == 9);
  }
}

TEST_CASE("Of a scan that is LPS itself nothing is said about its axes") {
  PersonPrediction person;
  person.scan.to_patient = {};
  export_format_named("markups").write(person.folder / "a.mrk.json", person.prediction());
  const json file = json::parse(read_file(person.folder / "a.mrk.json"));
  CHECK(file["markups"][0]["description"] == std::string(kSyntheticNotice) + ".");
}

TEST_CASE("The table of markers is read back to the same places of the scan's file") {
  const Exported exported("csv");
  const KnownLandmarks landmarks = read_landmarks(exported.path);
  for (int n = 0; n < kMarkerCount; ++n) {
    REQUIRE(landmarks[n]);
    CHECK(norm(exported.person.scan.to_patient(*landmarks[n]) - exported.patient(n)) < 0.01);
  }
  const std::string text = read_file(exported.path);
  CHECK(text.starts_with(
      "name,x,y,z,patient_x,patient_y,patient_z,row,column,margin_95_mm,pinned,notice\nneck,"));
  CHECK(std::ranges::count(text, '\n') == kMarkerCount + 1);
  CHECK_THAT(text, Contains("liver_top,") && Contains(",yes,\"Synthetic"));  // the pinned one
}

TEST_CASE("The body is exported in the patient's axes") {
  const Exported exported("body");
  const geometry::TriangleMesh mesh = read_mesh(exported.path);
  REQUIRE(mesh.triangles.size() == exported.person.scan.mesh.triangles.size());
  const auto highest = [](const geometry::TriangleMesh& m) {
    return std::ranges::max(m.vertices, {}, &Vec3::z);
  };
  CHECK(norm(highest(mesh) - highest(exported.person.scan.mesh)) < 0.01);
}
