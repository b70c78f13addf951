#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/app/program.h"
#include "tests/core/io/files.h"

using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

/// A result of somebody, which a command must leave alone and name.
class Existing {
 public:
  explicit Existing(const std::string& name) : name_(name) { write_file(folder / name, "mine"); }

  TemporaryFolder folder;

  void is_kept_by(const std::vector<std::string>& words) const {
    CAPTURE(words);
    const ProgramEnd end = run_cli(words);
    CHECK(end.code == 2);
    CHECK_THAT(end.err, Contains(name_) && Contains("--force"));
    CHECK(end.out.empty());
    CHECK(read_file(folder / name_) == "mine");
  }

 private:
  std::string name_;
};

}  // namespace

TEST_CASE("Existing results are refused before the work, and left as they are") {
  const Existing surface("body.ply"), table("table.json"), picture("people.png"),
      people("people.safetensors");
  const std::string none = table.folder / "none";
  surface.is_kept_by({"body", "--sex", "male", "--out", surface.folder / "body.ply"});
  surface.is_kept_by({"skin", none, "--out", surface.folder / "body.ply"});
  table.is_kept_by({"evaluate", "--data", none, "--json", table.folder / "table.json"});
  table.is_kept_by({"bench", "--json", table.folder / "table.json"});
  picture.is_kept_by({"evaluate", "--data", none, "--pictures", picture.folder / "people.png"});
  people.is_kept_by({"population", "--base", "phantom", "--out", people.folder / "people.safetensors"});
  people.is_kept_by({"ingest", none, "--out", people.folder / "people.safetensors"});
  for (const char* file : {"results.md", "figure3.png", "figure7.png"}) {
    const Existing result(file);
    result.is_kept_by({"evaluate", "--data", none, "--report", result.folder / "."});
  }
  for (const char* file : {"population.md", "population.png", "population.json"}) {
    const Existing report(file);
    report.is_kept_by({"population", "--data", none, "--report", report.folder / "."});
  }
}

TEST_CASE("A body model is not replaced unasked") {
  const Existing model("body-female.safetensors");
  model.is_kept_by({"body-model", "--base", "phantom", "--out", model.folder / "."});
}

TEST_CASE("With --force a result is replaced, and a folder never") {
  const Existing surface("body.ply");
  const std::string out = surface.folder / "body.ply";
  CHECK(run_cli({"body", "--sex", "male", "--out", out, "--force"}).code == 0);
  CHECK_THAT(read_file(out), Catch::Matchers::StartsWith("ply"));
  std::filesystem::create_directory(surface.folder / "folder.ply");
  const ProgramEnd end =
      run_cli({"body", "--sex", "male", "--out", surface.folder / "folder.ply", "--force"});
  CHECK(end.code == 2);
  CHECK_THAT(end.err, Contains("is a folder"));
}

TEST_CASE("Results can be written to a device") {
  CHECK(run_cli({"body", "--sex", "male", "--out", "/dev/null"}).code == 2);  // no .ply
  const TemporaryFolder folder;
  std::filesystem::create_symlink("/dev/null", folder / "null.ply");
  CHECK(run_cli({"body", "--sex", "male", "--out", folder / "null.ply"}).code == 0);
}
