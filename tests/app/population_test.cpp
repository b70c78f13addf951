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

TEST_CASE("people are not lost when the data set cannot be written at the end") {
  const TemporaryFolder folder;
  const std::filesystem::path people = folder / "people.safetensors", disk = folder / "disk",
                              parts = folder / "people.safetensors.parts";
  // The disk goes away: the link's target cannot be written.
  std::filesystem::create_symlink(disk / "people.safetensors", people);
  const std::vector<std::string> words{"population",    "--base", "phantom:1", "--count", "2",
                                       "--floor-skins", "0",      "--out",     people};
  const ProgramEnd lost = run_cli(words);
  CHECK(lost.code == 1);
  CHECK_THAT(lost.err, Contains("people.safetensors\" cannot be written"));
  CHECK(std::filesystem::exists(parts / "people0.safetensors"));

  std::filesystem::create_directory(disk);
  write_file(parts / "notes.txt", "mine");
  const ProgramEnd end = run_cli(words);
  INFO(end.err);
  REQUIRE(end.code == 0);
  CHECK_THAT(end.err, !Contains("virtual patients"));  // nobody was made again
  CHECK(read_dataset(people).size() == 2);
  CHECK_FALSE(std::filesystem::exists(parts / "people0.safetensors"));
  CHECK(read_file(parts / "notes.txt") == "mine");
}

TEST_CASE("people have anomalies in turn, by name") {
  const TemporaryFolder folder;
  const std::string people = folder / "people.safetensors";
  const auto words = [&](const std::string& anomalies) {
    return std::vector<std::string>{"population", "--base",        "phantom:1", "--count",
                                    "2",          "--floor-skins", "0",         "--anomalies",
                                    anomalies,    "--out",         people};
  };
  const ProgramEnd unknown = run_cli(words("healthy,hiccups"));
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err, Contains("hiccups"));
  REQUIRE(run_cli(words("healthy,absent_kidney")).code == 0);
  const Dataset dataset = read_dataset(people);
  REQUIRE(dataset.anomaly.defined());
  CHECK(dataset.anomaly[0].item<int>() == 0);
  CHECK(dataset.anomalies().at(dataset.anomaly[1].item<std::int64_t>()) == "absent_kidney");
  CHECK(dataset.anomaly_mask[1].any().item<bool>());
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
