#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/bodies/built_in_person.h"
#include "core/io/checksum.h"
#include "core/io/mesh_file.h"
#include "core/io/session_file.h"
#include "tests/app/networks.h"
#include "tests/app/program.h"

using namespace skiagraph;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;
using nlohmann::json;
using std::filesystem::path;

namespace {

/// The built-in person, untrained networks and a session in a folder.
struct Workplace {
  TemporaryFolder folder;
  path scan = folder / "person.ply", study = folder / "study.skiagraph", models = folder / "models";

  Workplace() {
    io::write_ply(scan, bodies::built_in_person());
    write_untrained_networks(models);
  }
  [[nodiscard]] ProgramEnd range(const path& input, std::vector<std::string> words) const {
    words.insert(words.begin(), {"scan-range", input, "--models", models});
    return run_cli(words);
  }
  void save(const std::optional<scan_range::Plan>& plan) const {
    session::Session session;
    session.body = session::ScanSource{scan, io::sha256(scan), {}};
    session.scan_range = plan;
    write_file(study, io::session_text(session, study.parent_path()));
  }
};

/// Untrained networks are not to be trusted.
json range_in(const ProgramEnd& end) {
  INFO(end.err);
  REQUIRE((end.code == 0 || end.code == 3));
  return json::parse(end.out);
}

}  // namespace

TEST_CASE("scan-range tells start, end and length of a region in the scan's own coordinates") {
  const Workplace place;
  const json range = range_in(place.range(place.scan, {"--region", "abdomen", "--json"}));
  CHECK(range["region"] == "abdomen");
  CHECK(range["coverage"] == 0.95);
  const double start = range["start"]["table_mm"], end = range["end"]["table_mm"];
  CHECK(range["length_mm"].get<double>() == Approx(start - end).margin(0.01));
  CHECK(range["landmark"]["name"] == "sternum_tip");
  CHECK_THAT(range["notice"].get<std::string>(), Contains("not for clinical use"));

  const json bare = range_in(place.range(place.scan, {"--region", "abdomen", "--margin", "0", "--json"}));
  const json wide = range_in(
      place.range(place.scan, {"--region", "abdomen", "--margin", "15mm", "--landmark", "carina", "--json"}));
  // Untrained networks may put the top below the bottom; margins are added all the same.
  for (const char* at : {"start", "end"})
    CHECK(wide[at]["margin_mm"].get<double>() ==
          Approx(bare[at]["margin_mm"].get<double>() + 15).margin(0.2));
  CHECK(wide["coverage"].is_null());
  CHECK(wide["landmark"]["name"] == "carina");

  const ProgramEnd text = place.range(place.scan, {"--region", "chest"});
  CHECK_THAT(text.out, Contains("Chest: ") && Contains("Length") && Contains("sternal_notch") &&
                           Contains("Planning aid, not for clinical use"));
}

TEST_CASE("scan-range of a session is what was planned in the window, and --region takes its place") {
  const Workplace place;
  scan_range::Plan plan;
  plan.region = scan_range::Region::kPelvis;
  plan.top_mm = 1111;
  place.save(plan);
  const json planned = range_in(place.range(place.study, {"--json"}));
  CHECK(planned["region"] == "pelvis");
  CHECK(planned["automatic"] == false);
  CHECK(planned["start"]["patient_mm"] == 1111.0);
  CHECK(range_in(place.range(place.study, {"--region", "pelvis", "--json"}))["start"]["by_hand"] == true);
  const json other = range_in(place.range(place.study, {"--region", "chest", "--json"}));
  CHECK(other["region"] == "chest");
  CHECK(other["automatic"] == true);
}

TEST_CASE("scan-range says in one sentence what is wrong with what it is given") {
  const Workplace place;
  place.save(std::nullopt);
  const auto refused = [](const ProgramEnd& end, const std::string& says) {
    INFO(end.err);
    CHECK(end.code == 2);
    CHECK(end.out.empty());
    CHECK(std::ranges::count(end.err, '\n') == 1);
    CHECK_THAT(end.err, Contains(says));
  };
  refused(place.range(place.scan, {"--region", "knee"}), "\"knee\"");
  refused(place.range(place.scan, {}), "--region");
  refused(place.range(place.study, {}), "--region");
  for (const std::string margin : {"-1", "wide", "1000", "nan"})
    refused(place.range(place.scan, {"--region", "chest", "--margin=" + margin}), "margin");
  refused(place.range(place.scan, {"--region", "chest", "--landmark", "nose"}), "\"nose\"");
  refused(place.range(place.folder / "nobody.ply", {"--region", "chest"}), "nobody.ply");
}
