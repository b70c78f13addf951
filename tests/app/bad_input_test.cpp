#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>

#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "tests/app/networks.h"
#include "tests/app/program.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

/// The program must refuse the input with exit code 2 and one line on stderr, and write nothing.
class Refusal {
 public:
  Refusal() { write_ply(folder / "person.ply", built_in_person()); }

  TemporaryFolder folder;

  void check(std::vector<std::string> words, const std::string& why, const std::string& name = "") const {
    words.insert(words.begin(), "predict");
    words.insert(words.end(), {"--out", folder / "out"});
    CAPTURE(words);
    const ProgramEnd end = run_cli(words);
    CHECK(end.code == 2);
    CHECK_THAT(end.err, Contains(why) && Contains(name));
    CHECK(std::count(end.err.begin(), end.err.end(), '\n') == 1);
    CHECK(end.err.size() > 20);
    CHECK(end.out.empty());
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
  }
  void check_scan(const std::string& name, const std::string& why) const {
    check({folder / name}, why, name);
  }
  void check_mesh(const TriangleMesh& mesh, const std::string& why) const {
    write_ply(folder / "body.ply", mesh);
    check_scan("body.ply", why);
  }
};

TriangleMesh scaled(double factor) {
  TriangleMesh mesh = built_in_person();
  for (Vec3& p : mesh.vertices) p = p * factor;
  return mesh;
}

TriangleMesh box(Vec3 size) {
  TriangleMesh mesh;
  for (int i = 0; i < 8; ++i)
    mesh.vertices.push_back(
        {(i & 1) != 0 ? size.x : 0, (i & 2) != 0 ? size.y : 0, (i & 4) != 0 ? size.z : 0});
  mesh.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
                    {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
  return mesh;
}

}  // namespace

TEST_CASE("Files that hold no surface are refused") {
  const Refusal refusal;
  refusal.check_scan("nowhere.ply", "There is no file");
  write_file(refusal.folder / "empty.glb", "");
  refusal.check_scan("empty.glb", "empty");
  write_truncated(refusal.folder / "person.ply", refusal.folder / "cut.ply", 100000);
  refusal.check_scan("cut.ply", "damaged");
  write_file(refusal.folder / "letter.fbx", "This is a letter, and no surface at all.");
  refusal.check_scan("letter.fbx", "damaged or of another format");
  write_file(refusal.folder / "letter.txt", "This is a letter, and no surface at all.");
  refusal.check_scan("letter.txt", "not a surface file");
  write_file(refusal.folder / "points.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\np 1 2 3\n");
  refusal.check_scan("points.obj", "points.obj");
}

TEST_CASE("Surfaces that are no person are refused") {
  const Refusal refusal;
  TriangleMesh broken = built_in_person();
  broken.vertices[7].y = std::numeric_limits<double>::quiet_NaN();
  refusal.check_mesh(broken, "NaN");
  refusal.check_mesh(box({500, 0, 1700}), "flat sheet");
  refusal.check_mesh(box({1700, 1700, 1700}), "not a standing or lying human");
  refusal.check_mesh(scaled(0.05), "no person");  // a mouse, in mm
  refusal.check_mesh(scaled(7e6), "no person");   // a planet, in mm
}

TEST_CASE("Weights that are damaged, of another shape or missing are refused") {
  const Refusal refusal;
  const std::string scan = refusal.folder / "person.ply", models = refusal.folder / "models";
  const auto file = [&](const char* name) { return std::filesystem::path(models) / name; };
  const auto check = [&](const std::string& why) {
    refusal.check({scan, "--models", models}, why);
    write_untrained_networks(models);
  };
  check("holds no networks");
  std::filesystem::remove(file("cign.safetensors"));
  check("cign.safetensors");
  write_truncated(file("mpn.safetensors"), refusal.folder / "cut", 100000);
  std::filesystem::rename(refusal.folder / "cut", file("mpn.safetensors"));
  check("mpn.safetensors");
  write_file(file("t.safetensors"), "This is a letter, and no weights at all.");
  check("t.safetensors");
  std::filesystem::copy_file(file("mpn.safetensors"), file("cign.safetensors"),
                             std::filesystem::copy_options::overwrite_existing);
  check("cign.safetensors");
  reshape_a_tensor(file("t.safetensors"));
  check("has another shape");
}

TEST_CASE("Arguments that make no sense are refused") {
  const Refusal refusal;
  const std::string scan = refusal.folder / "person.ply", models = refusal.folder / "models";
  write_untrained_networks(models);
  const auto check = [&](const std::string& option, const std::string& value, const std::string& why) {
    refusal.check({scan, "--models", models, "--max-iterations", "1", option, value}, why);
  };
  check("--pin", "liver_top", "marker=LEFT,HEAD");
  check("--pin", "liver_top=1,2,3", "marker=LEFT,HEAD");
  check("--pin", "liver_top=1cm,2cm", "marker=LEFT,HEAD");
  check("--pin", "spleen_top=1,2", "no marker \"spleen_top\"");
  check("--pin", "lung_bottom_left=1,2", "no marker");  // the held-out landmark
  check("--pin", "liver_top=0,9999", "outside the picture");
  check("--pin", "liver_top=nan,0", "marker=LEFT,HEAD");
  check("--pin", "liver_top=1,", "marker=LEFT,HEAD");
  check("--pin", "liver_top=1e999,0", "marker=LEFT,HEAD");
  check("--unit", "1e999", "no unit");
  check("--unit", "furlong", "no unit");
  check("--unit", "-1", "no unit");
  check("--unit", "m", "give another unit");
  check("--up", "z", "not a direction");
  check("--front", "+w", "not a direction");
  check("--neck-level", "99999", "neck level");
  check("--neck-level", "high", "--neck-level");
  check("--device", "abacus", "no device");
  check("--no-such-option", "1", "--no-such-option");
}

TEST_CASE("A pin of endless digits is refused in one short sentence") {
  const Refusal refusal;
  const std::string digits(100'000, '1'), models = refusal.folder / "models";
  write_untrained_networks(models);
  for (const std::string& pin :
       {"liver_top=+" + digits + ",0", "liver_top=0," + digits + "mm", digits + "=0,0"}) {
    const ProgramEnd end = run_cli({"predict", refusal.folder / "person.ply", "--models", models, "--out",
                                    refusal.folder / "out", "--pin", pin});
    CHECK(end.code == 2);
    CHECK_THAT(end.err, Contains("marker"));
    CHECK(std::count(end.err.begin(), end.err.end(), '\n') == 1);
    CHECK(end.err.size() < 250);
  }
}

TEST_CASE("A recipe that cannot be read is refused in our own words") {
  const TemporaryFolder folder;
  const auto check = [&](const std::string& text, const std::string& why) {
    write_file(folder / "recipe.json", text);
    const ProgramEnd end =
        run_cli({"train", folder / "recipe.json", "--data", "none", "--out", folder / "out"});
    CAPTURE(text);
    CHECK(end.code == 2);
    CHECK_THAT(end.err, Contains("recipe.json") && Contains(why));
    CHECK_THAT(end.err, !Contains("exception") && !Contains("parse_error") && !Contains("std::"));
    CHECK(std::count(end.err.begin(), end.err.end(), '\n') == 1);
  };
  check(R"({"name": "n", "stages": [{"kind": "t", "st)", "not valid JSON");
  check(R"({"name": ["n"], "stages": [{"kind": "t"}]})", "must be a text");
  check(R"({"name": "n", "stages": [{"kind": "t", "steps": 123456789012345678901234567890}]})",
        "whole number");
  check(R"({"name": "n", "stages": [{"kind": "t", "learning_rate": 1e999}]})", "not valid JSON");
}

TEST_CASE("Numbers that no machine can hold are refused") {
  const std::string huge(100, '9');
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"population", "--base", "phantom", "--out", "p.safetensors", "--count",
                                 huge},
        {"population", "--base", "phantom:" + huge, "--out", "p.safetensors"},
        {"body", "--sex", "male", "--stature", huge},
        {"body", "--sex", "male", "--stature", "1e999"}}) {
    CAPTURE(words);
    const ProgramEnd end = run_cli(words);
    CHECK(end.code == 2);
    CHECK_THAT(end.err, !Contains("std::") && !Contains("stod") && !Contains("stoi"));
  }
}

TEST_CASE("Missing arguments and unknown commands are refused") {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{}, {"predict"}, {"predict", "scan.ply"}, {"portrait"}}) {
    CAPTURE(words);
    const ProgramEnd end = run_cli(words);
    CHECK(end.code == 2);
    CHECK(std::count(end.err.begin(), end.err.end(), '\n') == 1);
    CHECK(end.out.empty());
  }
}

TEST_CASE("A result folder that cannot be made is refused, and no file is lost") {
  const Refusal refusal;
  const std::string models = refusal.folder / "models", taken = refusal.folder / "taken";
  write_untrained_networks(models);
  write_file(taken, "mine");
  const ProgramEnd end = run_cli({"predict", refusal.folder / "person.ply", "--models", models,
                                  "--max-iterations", "1", "--out", taken});
  CHECK(end.code == 2);
  CHECK_THAT(end.err, Contains("taken"));
  CHECK(read_file(taken) == "mine");
}
