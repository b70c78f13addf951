#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/bodies/body_model_file.h"
#include "core/bodies/built_in_person.h"
#include "core/io/checksum.h"
#include "core/io/mesh_file.h"
#include "core/io/session_file.h"
#include "core/session/session_frame.h"
#include "tests/app/networks.h"
#include "tests/app/program.h"

using namespace skiagraph;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;
using nlohmann::json;
using std::filesystem::path;

namespace {

constexpr auto kCarina = static_cast<std::size_t>(Marker::kCarina);

/// Sessions and untrained networks in a folder.
struct Workplace {
  TemporaryFolder folder;
  path scan = folder / "person.ply", file = folder / "study.skiagraph", models = folder / "models",
       out = folder / "out";
  session::Session session;

  Workplace() {
    io::write_ply(scan, bodies::built_in_person());
    write_untrained_networks(models);
    session.body = session::ScanSource{scan, io::sha256(scan), {}};
    session.frame = geometry::refined(kSmallFrame, 2);
    session.pins[kCarina] = Pixel{60.5, 50.5};  // row 30, column 25 of the networks' frame
  }
  [[nodiscard]] ProgramEnd predict(const std::vector<std::string>& further = {}) const {
    write_file(file, io::session_text(session, file.parent_path()));
    std::vector<std::string> words{"predict",          file, "--out", out, "--force", "--models", models,
                                   "--max-iterations", "2"};
    words.insert(words.end(), further.begin(), further.end());
    return run_cli(words);
  }
  [[nodiscard]] json markers() const { return json::parse(read_file(out / "markers.json")); }
};

bool has_result(const ProgramEnd& end) {
  return end.code == 0 || end.code == 3;
}

}  // namespace

TEST_CASE("predict takes a session of the window: its scan, and its pins in the networks' frame") {
  const Workplace place;
  const ProgramEnd end = place.predict();
  INFO(end.err);
  REQUIRE(has_result(end));
  const json markers = place.markers();
  CHECK(markers["scan"]["path"] == place.scan.string());
  CHECK(markers["scan"]["sha256"] == io::sha256(place.scan));
  for (std::size_t n = 0; n < kMarkerCount; ++n) CHECK(markers["markers"][n]["pinned"] == (n == kCarina));
  CHECK(markers["markers"][kCarina]["px"] == json({30.0, 25.0}));
}

TEST_CASE("predict takes a session of a body made to measure") {
  Workplace place;
  const path model = bodies::body_model_file_name(bodies::Sex::kFemale);
  std::filesystem::copy_file(path(SKIAGRAPH_SOURCE_DIR) / "models" / model, place.models / model);
  bodies::SizeTargets targets{bodies::Sex::kFemale, {}};
  targets[bodies::BodySize::kStature] = 1700;
  place.session.body = targets;
  const ProgramEnd end = place.predict();
  INFO(end.err);
  REQUIRE(has_result(end));
  CHECK(place.markers()["scan"]["path"] == place.file.string());
  CHECK(place.markers()["markers"][kCarina]["px"] == json({30.0, 25.0}));
}

TEST_CASE("predict takes a CT, and a session whose body is that CT has the same markers") {
  Workplace place;
  const path ct = SKIAGRAPH_SOURCE_DIR "/tests/cases/ct/base_nifti.nii.gz";
  session::ScanSource source{ct, io::sha256(ct), {}, session::CtSettings{}};
  source.overrides.neck_level_mm = 300;
  source.overrides.symphysis_level_mm = -240;
  place.session.body = source;
  place.session.pins = {};
  const ProgramEnd of_session = place.predict();
  INFO(of_session.err);
  REQUIRE(has_result(of_session));
  const json markers = place.markers();
  CHECK(markers["scan"]["path"] == ct.string());
  const std::vector<std::string> words{
      "predict",          ct,  "--out",        place.out, "--force",           "--models", place.models,
      "--max-iterations", "2", "--neck-level", "300",     "--symphysis-level", "-240"};
  const ProgramEnd of_ct = run_cli(words);
  INFO(of_ct.err);
  REQUIRE(has_result(of_ct));
  CHECK(place.markers()["markers"] == markers["markers"]);
  std::vector<std::string> with_unit = words;
  with_unit.insert(with_unit.end(), {"--unit", "cm"});
  const ProgramEnd refused = run_cli(with_unit);
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains("is a CT"));
}

TEST_CASE("predict says what a damaged session has lost, and refuses a scan that changed and overrides") {
  Workplace place;
  {
    write_file(place.file, io::session_text(place.session, place.file.parent_path()));
    std::string text = read_file(place.file);
    text.replace(text.find("\"carina\""), 8, "\"corona\"");
    write_file(place.file, text);
    const ProgramEnd end = run_cli(
        {"predict", place.file, "--out", place.out, "--models", place.models, "--max-iterations", "2"});
    REQUIRE(has_result(end));
    CHECK_THAT(end.err, Contains("Note: ") && Contains("pins.corona"));
  }
  const ProgramEnd unit = place.predict({"--unit", "cm"});
  CHECK(unit.code == 2);
  CHECK_THAT(unit.err, Contains("session"));
  write_file(place.scan, read_file(place.scan) + "\n");
  const ProgramEnd changed = place.predict();
  CHECK(changed.code == 2);
  CHECK_THAT(changed.err, Contains("has changed"));
  std::filesystem::remove(place.scan);
  const ProgramEnd missing = place.predict();
  CHECK(missing.code == 2);
  CHECK_THAT(missing.err, Contains(place.scan.string()));
}
