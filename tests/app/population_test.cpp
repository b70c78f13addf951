#include <catch2/catch.hpp>
#include <filesystem>

#include "core/tensors/dataset.h"
#include "tests/app/program.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::tensors;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

std::vector<std::string> command(const std::string& out, std::vector<std::string> more = {}) {
  std::vector<std::string> all{"population",    "--base", "phantom", "--count", "24",
                               "--floor-skins", "0",      "--out",   out};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

TEST_CASE("one command makes people, their report, and a data set without each base") {
  const TemporaryFolder folder;
  const std::string people = folder / "people.safetensors", report = folder / "report";
  const ProgramEnd end = run_cli(command(people, {"--report", report, "--leave-one-out"}));
  INFO(end.err);
  REQUIRE(end.code == 0);
  CHECK_THAT(end.out, Contains("24 people"));
  CHECK_THAT(end.out, Contains("| phantom woman | stature | 1"));
  CHECK_THAT(read_file(folder / "report" / "population.md"), Contains("| liver_top |"));
  CHECK(std::filesystem::file_size(folder / "report" / "population.png") > 10000);
  CHECK_FALSE(std::filesystem::exists(people + ".parts"));

  const Dataset without_man = read_dataset(folder / "people-without-phantom man.safetensors");
  const auto test = without_man.base.index_select(0, without_man.indices(Split::kTest));
  const auto train = without_man.base.index_select(0, without_man.indices(Split::kTrain));
  REQUIRE(test.numel() > 0);
  CHECK(test.eq(0).all().item<bool>());
  CHECK(train.eq(1).all().item<bool>());
  CHECK(read_dataset(folder / "people-without-phantom woman.safetensors").size() > 8);

  // The report of people made before.
  const std::string again = folder / "again";
  const ProgramEnd second = run_cli({"population", "--data", people, "--report", again});
  REQUIRE(second.code == 0);
  CHECK(read_file(folder / "again" / "population.md") == read_file(folder / "report" / "population.md"));
}

TEST_CASE("population says what it misses and writes nothing") {
  const TemporaryFolder folder;
  const std::string out = folder / "people.safetensors";
  const auto refusal = [&](const std::vector<std::string>& arguments) {
    const ProgramEnd end = run_cli(arguments);
    CHECK(end.code == 2);
    CHECK(end.out.empty());
    return end.err;
  };
  CHECK_THAT(refusal({"population", "--out", out}), Contains("either --base and --out"));
  CHECK_THAT(refusal({"population", "--base", "phantom"}), Contains("Say with --out where the people go"));
  CHECK_THAT(refusal({"population", "--base", "phantom", "--out", folder / "no" / "people.safetensors"}),
             Contains("does not exist; make it first"));
  CHECK_THAT(refusal({"population", "--data", folder / "none.safetensors"}), Contains("none.safetensors"));
  CHECK(folder.empty());
}
