#include <algorithm>
#include <catch2/catch.hpp>

#include "core/geometry/scan_alignment.h"
#include "core/io/mesh_file.h"
#include "tests/app/program.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

void check_refused(std::vector<std::string> words, const std::string& why) {
  words.insert(words.begin(), "body");
  CAPTURE(words);
  const ProgramEnd end = run_cli(words);
  CHECK(end.code == 2);
  CHECK_THAT(end.err, Contains(why));
  CHECK(std::count(end.err.begin(), end.err.end(), '\n') == 1);
  CHECK(end.out.empty());
}

}  // namespace

TEST_CASE("body makes a surface to measure and shows its sizes") {
  const TemporaryFolder folder;
  const std::string out = folder / "body.ply";
  const ProgramEnd end =
      run_cli({"body", "--sex", "female", "--stature", "165", "--weight", "62", "--out", out});
  INFO(end.err);
  REQUIRE(end.code == 0);
  CHECK_THAT(end.out, Contains("measured") && Contains("165.0") && Contains("waist"));
  const TriangleMesh mesh = read_mesh(out);
  double low = 1e9, high = -1e9;
  for (const Vec3 p : mesh.vertices) {
    low = std::min(low, p.z);
    high = std::max(high, p.z);
  }
  CHECK(high - low == Approx(1650).margin(10));
  CHECK_NOTHROW(align_scan(mesh));
}

TEST_CASE("body knows people by name") {
  const ProgramEnd list = run_cli({"body", "--list"});
  CHECK(list.code == 0);
  CHECK_THAT(list.out, Contains("mean-woman") && Contains("stout-man"));
  const ProgramEnd person = run_cli({"body", "--person", "stout-man", "--stature", "180"});
  INFO(person.err);
  CHECK(person.code == 0);
  CHECK_THAT(person.out, Contains("180.0") && Contains("115.0"));
}

TEST_CASE("body refuses what it cannot make") {
  const TemporaryFolder folder;
  check_refused({}, "--sex");
  check_refused({"--sex", "other"}, "--sex");
  check_refused({"--person", "nobody"}, "nobody");
  check_refused({"--sex", "male", "--stature", "400"}, "400 cm");
  check_refused({"--sex", "male", "--weight", "-3"}, "weight of -3 kg");
  check_refused({"--sex", "male", "--out", folder / "body.doc"}, "body.doc");
  check_refused({"--sex", "male", "--out", folder / "none" / "body.ply"}, "does not exist");
  check_refused({"--sex", "male", "--models", folder / "."}, "holds no body model");
  write_file(folder / "body-male.safetensors", "a letter");
  check_refused({"--sex", "male", "--models", folder / "."}, "body-male.safetensors");
}

TEST_CASE("body-model refuses folders that are not there") {
  const TemporaryFolder folder;
  CHECK(run_cli({"body-model", "--base", "phantom", "--out", folder / "none"}).code == 2);
  CHECK(run_cli({"body-model", "--base", folder / "none", "--out", folder / "."}).code == 2);
  CHECK(folder.empty());
}
