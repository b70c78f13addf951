#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/bodies/built_in_person.h"
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

struct Workplace {
  TemporaryFolder folder;
  path table = folder / "annotations.csv", models = folder / "models", out = folder / "out";

  Workplace() {
    io::write_ply(folder / "anna.ply", bodies::built_in_person());
    write_untrained_networks(models);
  }
  [[nodiscard]] ProgramEnd augment(const std::string& text,
                                   const std::vector<std::string>& further = {}) const {
    write_file(table, text);
    std::vector<std::string> words{"augment", table, "--out", out, "--models", models,
                                   "--count", "3",   "--box", "5", "--force"};
    words.insert(words.end(), further.begin(), further.end());
    return run_cli(words);
  }
};

}  // namespace

TEST_CASE("augment writes the annotated X-ray and perturbed ones with their keypoints") {
  const Workplace place;
  const ProgramEnd end = place.augment("scan,point_x,point_y\nanna.ply,24.5,30\n");
  INFO(end.err);
  REQUIRE(end.code == 0);
  const json file = json::parse(read_file(place.out / "keypoints.json"));
  REQUIRE(!file["images"].empty());
  CHECK(file["images"].size() == file["annotations"].size());
  CHECK(file["images"].size() <= 4);
  CHECK(file["categories"][0]["keypoints"].size() == 18);
  CHECK(file["categories"][0]["keypoints"][0] == "point");
  CHECK(file["annotations"][0]["keypoints"][0] == 24.5);
  for (const json& image : file["images"])
    CHECK(std::filesystem::exists(place.out / image["file_name"].get<std::string>()));
  CHECK(std::filesystem::exists(place.out / "keypoints.csv"));

  // Pictures of an earlier run whose tables are gone are not replaced unasked.
  std::filesystem::remove(place.out / "keypoints.json");
  std::filesystem::remove(place.out / "keypoints.csv");
  const ProgramEnd again =
      run_cli({"augment", place.table, "--out", place.out, "--models", place.models, "--box", "5"});
  CHECK(again.code == 2);
  CHECK_THAT(again.err, Contains("holds pictures already"));
}

TEST_CASE("augment refuses tables that it cannot use, in one sentence") {
  const Workplace place;
  const std::vector<std::pair<std::string, std::string>> cases{
      {"scan\nanna.ply\n", "NAME_x and NAME_y"},
      {"scan,point_x\nanna.ply,3\n", "point_y"},
      {"scan,point_x,point_y\nanna.ply,3,left\n", "\"left\""},
      {"scan,point_x,point_y\n", "holds no scans"},
      {"scan,point_x,point_y\n,3,4\n", "names no scan"},
      {"scan,point_x,point_y\nanna.ply,3,400\n", "outside"},
      {"scan,point_x,point_y\nnobody.ply,3,4\n", "nobody.ply"},
      {"scan,point_x,point_y\nanna.ply,3,4\nanna.ply,5,6\n", "anna"}};
  for (const auto& [text, part] : cases) {
    const ProgramEnd end = place.augment(text);
    INFO(text << end.err);
    CHECK(end.code == 2);
    CHECK_THAT(end.err, Contains(part));
    CHECK(std::count(end.err.begin(), end.err.end(), '\n') == 1);
    CHECK_FALSE(std::filesystem::exists(place.out / "keypoints.json"));
  }
  // Without the measured spread of people there is only the box.
  write_file(place.table, "scan,point_x,point_y\nanna.ply,24,30\n");
  const ProgramEnd spread = run_cli({"augment", place.table, "--out", place.out, "--models", place.models});
  CHECK(spread.code == 2);
  CHECK_THAT(spread.err, Contains("--box"));
}

namespace {

/// A session of the person of the workplace, in which these points are marked where its markers are.
void write_session(const Workplace& place, const std::string& name, const std::vector<std::string>& points) {
  session::Session session;
  session.body = session::ScanSource{place.folder / "anna.ply", "", {}};
  session.frame = kSmallFrame;
  for (const std::string& point : points) session.annotations[point] = {{0, 0, 1200}, {}};
  write_file(place.folder / name, io::session_text(session, path(place.folder / name).parent_path()));
}

ProgramEnd augment_sessions(const Workplace& place, const std::vector<std::string>& names) {
  std::vector<std::string> words{"augment"};
  for (const std::string& name : names) words.push_back(place.folder / name);
  words.insert(words.end(), {"--out", place.out, "--models", place.models, "--count", "2", "--box", "2",
                             "--least-score", "0"});
  return run_cli(words);
}

}  // namespace

TEST_CASE("augment takes the points that sessions hold, and refuses sessions that hold others or none") {
  const Workplace place;
  write_session(place, "one.skiagraph", {"dome"});
  write_session(place, "two.skiagraph", {"dome"});
  write_session(place, "other.skiagraph", {"tip"});
  write_session(place, "none.skiagraph", {});
  CHECK_THAT(augment_sessions(place, {"one.skiagraph", "other.skiagraph"}).err, Contains("different names"));
  CHECK_THAT(augment_sessions(place, {"none.skiagraph"}).err, Contains("no point is marked"));
  CHECK_THAT(augment_sessions(place, {"one.skiagraph", "one.skiagraph"}).err, Contains("called \"one\""));
  CHECK_THAT(augment_sessions(place, {"one.skiagraph", "anna.ply"}).err, Contains("not both of one kind"));
  CHECK_FALSE(std::filesystem::exists(place.out / "keypoints.json"));
}
