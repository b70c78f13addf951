#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/bodies/built_in_person.h"
#include "core/io/checksum.h"
#include "core/io/mesh_file.h"
#include "core/io/png.h"
#include "core/io/session_file.h"
#include "tests/app/program.h"

using namespace skiagraph;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;
using nlohmann::json;
using std::filesystem::path;

namespace {

/// The built-in person, and a film of the upper half that the shipped networks predict.
struct Workplace {
  TemporaryFolder folder;
  path scan = folder / "person.ply", film = folder / "film.png", out = folder / "out";
  double spacing_mm = 0;

  Workplace() {
    io::write_ply(scan, bodies::built_in_person());
    const path predicted = folder / "predicted";
    REQUIRE(run_cli({"predict", scan, "--out", predicted}).code == 0);
    spacing_mm = json::parse(read_file(predicted / "markers.json"))["mm_per_px"];
    const io::PngImage xray = io::read_png(predicted / "xray.png");
    const int rows = xray.rows / 2;
    io::write_png16(film, rows, xray.columns,
                    std::span(xray.values).first(static_cast<std::size_t>(rows) * xray.columns));
  }
  [[nodiscard]] ProgramEnd run(const std::string& command, std::vector<std::string> words) const {
    words.insert(words.begin(), {command, scan.string(), "--xray", film.string()});
    return run_cli(words);
  }
  [[nodiscard]] std::string spacing() const { return std::to_string(spacing_mm); }
};

}  // namespace

TEST_CASE("complete finds where a film belongs, and writes the whole X-ray with its markers") {
  const Workplace place;
  const ProgramEnd end =
      place.run("complete", {"--spacing", place.spacing(), "--out", place.out.string(), "--json"});
  INFO(end.err);
  REQUIRE(end.code == 0);
  const json completion = json::parse(end.out);
  CHECK(completion["agreement"]["after"] > 0.98);
  const io::PngImage whole = io::read_png(place.out / "xray.png");
  CHECK(completion["placement"]["centre_px"][0].get<double>() == Approx(whole.rows / 4.0 - 0.5).margin(1.5));
  CHECK(completion["markers"].size() == 17);
  for (const char* name : {"synthetic.png", "markers.json", "completion.json"})
    CHECK(std::filesystem::exists(place.out / name));
  const ProgramEnd again = place.run("complete", {"--spacing", place.spacing(), "--out", place.out.string()});
  CHECK(again.code == 2);  // nothing is replaced unasked
}

TEST_CASE("complete refuses a film without a spacing and one that shows no human, each in a sentence") {
  const Workplace place;
  const ProgramEnd bare = place.run("complete", {"--out", place.out.string()});
  CHECK(bare.code == 2);
  CHECK_THAT(bare.err, Contains("--spacing"));
  RandomStream random(7, 0);
  std::vector<float> noise(150 * 120);
  for (float& value : noise) value = static_cast<float>(random.uniform(0, 1));
  io::write_png16(place.film, 150, 120, noise);
  const ProgramEnd odd = place.run("complete", {"--spacing", place.spacing(), "--out", place.out.string()});
  CHECK(odd.code == 2);
  CHECK_THAT(odd.err, Contains("fits nowhere"));
  CHECK_FALSE(std::filesystem::exists(place.out));
}

TEST_CASE("complete takes the real X-ray of a session, where the hand has put it") {
  const Workplace place;
  session::Session session;
  session.body = session::ScanSource{place.scan, io::sha256(place.scan), {}};
  session.partial_xray =
      session::PartialXray{place.film, io::sha256(place.film), place.spacing_mm, false, 1, Vec3{3, 0, 1300}};
  const path study = place.folder / "study.skiagraph";
  write_file(study, io::session_text(session, study.parent_path()));
  const ProgramEnd end = run_cli({"complete", study, "--out", place.out, "--json"});
  INFO(end.err);
  REQUIRE((end.code == 0 || end.code == 3));
  const json where = json::parse(end.out)["placement"]["centre_patient_mm"];
  CHECK(where[0].get<double>() == Approx(3).margin(0.01));
  CHECK(where[1].get<double>() == Approx(1300).margin(0.01));
  const path predicted = place.folder / "of_session";
  const ProgramEnd prediction = run_cli({"predict", study, "--out", predicted});
  CHECK(prediction.code == end.code);
  CHECK(read_file(predicted / "xray.png") == read_file(place.out / "xray.png"));
  std::filesystem::remove(place.film);
  const ProgramEnd without = run_cli({"predict", study, "--out", predicted, "--force"});
  CHECK(without.code == 3);
  CHECK_THAT(without.err, Contains("left out") && Contains("film.png"));
  CHECK(read_file(predicted / "xray.png") != read_file(place.out / "xray.png"));
}

TEST_CASE("anomalies names a bright disc in the left lung, with its size, and draws it") {
  const Workplace place;
  io::PngImage film = io::read_png(place.film);
  const json markers = json::parse(read_file(place.folder / "predicted" / "markers.json"))["markers"];
  const auto carina = std::ranges::find(markers, "carina", [](const json& m) { return m["name"]; });
  REQUIRE(carina != markers.end());
  const double fold = film.columns / 192.0, row = (*carina)["px"][0].get<double>() + 12 * fold,
               column = (*carina)["px"][1].get<double>() + 28 * fold;
  for (int r = 0; r < film.rows; ++r)
    for (int c = 0; c < film.columns; ++c)
      if (std::hypot(r - row, c - column) < 7 * fold)
        film.values[static_cast<std::size_t>(r) * film.columns + c] += 0.25F;
  io::write_png16(place.film, film.rows, film.columns, film.values);
  const ProgramEnd end = place.run(
      "anomalies", {"--spacing", place.spacing(), "--plain", "--out", place.out.string(), "--json"});
  INFO(end.err);
  REQUIRE((end.code == 0 || end.code == 3));
  const json regions = json::parse(end.out)["regions"];
  REQUIRE(!regions.empty());
  CHECK_THAT(regions[0]["place"].get<std::string>(), Contains("left"));
  CHECK(regions[0]["denser"] == true);
  CHECK(regions[0]["width_mm"].get<double>() == Approx(14 * fold * place.spacing_mm).margin(25));
  CHECK(io::read_png(place.out / "anomalies.png").channels == 3);
}
