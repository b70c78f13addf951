#include <torch/types.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/anatomy/phantom/phantom_organs.h"
#include "core/anatomy/phantom/procedural_phantom.h"
#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "core/population/population.h"
#include "core/tensors/dataset.h"
#include "core/tensors/tensor_file.h"
#include "tests/app/networks.h"
#include "tests/app/program.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using namespace skiagraph::population;
using namespace skiagraph::tensors;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

ProgramEnd run(const std::vector<std::string>& arguments) {
  ProgramEnd end = run_cli(arguments);
  INFO(end.err);
  REQUIRE(end.code == 0);
  return end;
}

/// Few people of the phantom, of coarse voxels: made in seconds.
Dataset few_people(const skiagraph::geometry::CanonicalFrame& frame = {}) {
  constexpr double kVoxelMm = 7;
  const BaseAnatomy base = build_base_anatomy(
      "phantom", procedural_phantom(mean_phantom(Sex::kFemale), kVoxelMm), phantom_organs());
  PopulationOptions options;
  options.count = 10;
  options.seed = 4;
  options.threads = 2;
  options.floor_skins = 0;
  options.frame = frame;
  return make_population({&base, 1}, options);
}

/// The tiny recipe, tinier still.
void write_recipe(const std::filesystem::path& path, int steps = 4) {
  json recipe = json::parse(read_file(SKIAGRAPH_SOURCE_DIR "/models/recipes/tiny.json"));
  for (json& stage : recipe["stages"]) stage["shrink"] = 4, stage["steps"] = steps;
  recipe["marker_shrink"] = 4;
  write_file(path, recipe.dump());
}

}  // namespace

TEST_CASE("networks are trained and evaluated on people of the phantom, without any outside data") {
  const TemporaryFolder folder;
  const std::string people = folder / "people.safetensors", models = folder / "models",
                    figures = folder / "figures.json", recipe = folder / "recipe.json";
  write_dataset(people, few_people());
  write_recipe(recipe);

  run({"train", recipe, "--data", people, "--out", models});
  for (const char* network : {"t", "mpn", "cign"})
    CHECK(std::filesystem::exists(std::filesystem::path(models) / (std::string(network) + ".safetensors")));

  const ProgramEnd again = run_cli({"train", recipe, "--data", people, "--out", models});
  CHECK(again.code == 2);
  CHECK_THAT(again.err, Contains("--resume") && Contains("--force"));
  run({"train", recipe, "--data", people, "--out", models, "--resume"});  // there is nothing left to do
  CHECK(run_cli({"train", recipe, "--data", people, "--out", models, "--resume", "--force"}).code == 2);

  run({"evaluate", "--data", people, "--models", models, "--json", figures});
  const json table = json::parse(read_file(figures));
  CHECK(table["people"] == 1);
  REQUIRE(table["markers"].size() == 17);
  for (const json& marker : table["markers"]) {
    INFO(marker["name"]);
    CHECK(marker["error_cm"] > 0);
    CHECK(marker["error_cm"] < 150);  // within the picture
  }
  REQUIRE_FALSE(table["table1"].empty());
  CHECK(table["table1"][0]["mae"] > 0.0);
  CHECK(table["table1"][0]["mae"] < 0.5);

  // The person to test on descends from another base than those to learn from.
  Dataset two_bases = few_people();
  two_bases.metadata["bases"] = "one,other";
  two_bases.base = (two_bases.split == static_cast<int>(Split::kTrain)).to(torch::kUInt8);
  const std::string others = folder / "others.safetensors", held_out = folder / "held-out",
                    report = folder / "report";
  write_dataset(others, two_bases);
  std::filesystem::create_directories(held_out);
  std::filesystem::copy(models, std::filesystem::path(held_out) / "one");
  run({"evaluate", "--data", others, "--models", models, "--held-out", held_out, "--report", report});
  CHECK_THAT(read_file(folder / "report" / "results.md"), Contains("| one | 1 | "));
  CHECK_THAT(run_cli({"evaluate", "--data", others, "--models", models, "--held-out", folder / "none"}).err,
             Contains("holds no networks in folders named after base anatomies"));

  // Networks do not vouch for themselves; others that never saw a base do for its people.
  CHECK_THAT(run_cli({"calibrate", "--data", others, "--models", models, "--held-out", held_out}).err,
             Contains("holds no other networks"));
  write_recipe(recipe, 2);
  run({"train", recipe, "--data", people, "--out", std::filesystem::path(held_out) / "other"});
  run({"calibrate", "--data", others, "--models", models, "--held-out", held_out, "--people", "1"});
  const auto trust =
      read_tensor_file(std::filesystem::path(models) / "people.safetensors").tensors.at("trust");
  CHECK(trust.min().item<float>() >= 0);
  CHECK(trust.max().item<float>() <= 1);
  CHECK(trust.mean().item<float>() < 1);  // networks of two steps deserve little

  const std::string person = folder / "person.ply", scans = folder / "scans.csv";
  io::write_ply(person, bodies::built_in_person());
  write_file(scans, "name,scan\nsomebody,person.ply\n");
  std::filesystem::remove(std::filesystem::path(models) / "people.safetensors");
  CHECK(run_cli({"evaluate", "--scans", scans, "--models", models}).code == 2);  // who is the mean person?
  run({"evaluate", "--scans", scans, "--models", models, "--data", people});
  run({"calibrate", "--data", people, "--models", models});
  run({"evaluate", "--scans", scans, "--models", models});
  CHECK(std::filesystem::exists(std::filesystem::path(models) / "int8.safetensors"));
  CHECK(std::filesystem::exists(std::filesystem::path(models) / "loop.safetensors"));
  CHECK(std::filesystem::exists(std::filesystem::path(models) / "people.safetensors"));
}

TEST_CASE("SIGTERM and Ctrl+C stop a training run so that it can be resumed") {
  const TemporaryFolder folder;
  const std::string people = folder / "people.safetensors", recipe = folder / "recipe.json";
  write_dataset(people, few_people());
  write_recipe(recipe, 100000);
  for (const int signal : {SIGTERM, SIGINT}) {
    const std::filesystem::path models = folder / ("models" + std::to_string(signal));
    Program program({"train", recipe, "--data", people, "--out", models});
    REQUIRE(program.wait_until([&] { return program.err().find("stage 1 of") != std::string::npos; }));
    program.send(signal);
    const ProgramEnd end = program.wait();
    CHECK(end.code == 1);
    CHECK_THAT(end.err, Catch::Matchers::EndsWith("\nStopped on request.\n"));
    CHECK(std::filesystem::exists(models / "checkpoint.safetensors"));
    CHECK_FALSE(std::filesystem::exists(models / "t.safetensors"));
  }
}

TEST_CASE("a run is paused, stopped, prolonged and locked by its folder, and tells of itself as JSON") {
  const TemporaryFolder folder;
  const std::string people = folder / "people.safetensors", recipe = folder / "recipe.json";
  const std::filesystem::path out = folder / "run";
  write_dataset(people, few_people());
  write_recipe(recipe, 100000);
  const auto state = [&] {
    const json status = json::parse(read_file((out / "run.json").string()), nullptr, false);
    return status.is_object() ? status.value("state", "") : std::string();
  };
  {
    Program program({"train", recipe, "--data", people, "--out", out, "--progress", "json"});
    REQUIRE(program.wait_until([&] { return program.err().find("stage 1 of") != std::string::npos; }));
    const std::string err = program.err();
    const json line = json::parse(err.substr(0, err.find('\n')));
    CHECK(line["progress"].is_number());
    CHECK(line["what"] == "stage 1 of 4 (t/4)");

    const ProgramEnd second = run_cli({"train", "--resume", "--out", out, "--progress", "json"});
    CHECK(second.code == 2);
    CHECK(json::parse(second.err)["error"]["code"] == "run.locked");

    write_file(out / "pause", "");
    REQUIRE(program.wait_until([&] { return state() == "paused"; }));
    CHECK(std::filesystem::exists(out / "checkpoint.safetensors"));
    std::filesystem::remove(out / "pause");
    REQUIRE(program.wait_until([&] { return state() == "running"; }));
    write_file(out / "stop", "");
    CHECK(program.wait().code == 1);
    CHECK(state() == "stopped");
    CHECK_FALSE(std::filesystem::exists(out / "stop"));
    CHECK_FALSE(std::filesystem::exists(out / "lock"));
  }
  CHECK(read_file((out / "recipe.json").string()) == read_file(recipe));
  CHECK_THAT(read_file((out / "losses.csv").string()), Catch::StartsWith("total_step,stage,step,seconds,"));
  CHECK(run_cli({"train", "--out", out, "--prolong", "3"}).code == 2);  // without --resume

  // A short one ends, and is prolonged without naming recipe and data again.
  const std::filesystem::path brief = folder / "brief";
  write_recipe(recipe, 2);
  run({"train", recipe, "--data", people, "--out", brief});
  const auto pictures = [&] {
    return std::distance(std::filesystem::directory_iterator(brief / "samples"), {});
  };
  CHECK(pictures() == 4);  // at the end of each stage
  run({"train", "--resume", "--prolong", "3", "--out", brief});
  CHECK(pictures() == 5);
  const json status = json::parse(read_file((brief / "run.json").string()));
  CHECK(status["state"] == "done");
  CHECK(status["stages"] == 5);
  CHECK(status["total_step"] == 11);
  CHECK(json::parse(read_file((brief / "recipe.json").string()))["stages"].size() == 5);
}

TEST_CASE("a run that fails says so in its folder") {
  const TemporaryFolder folder;
  const std::string recipe = folder / "recipe.json";
  const std::filesystem::path out = folder / "run";
  write_recipe(recipe);
  CHECK(run_cli({"train", recipe, "--data", folder / "none.safetensors", "--out", out}).code == 2);
  const json status = json::parse(read_file((out / "run.json").string()));
  CHECK(status["state"] == "failed");
  CHECK_THAT(status["error"]["text"].get<std::string>(), Contains("none.safetensors"));
}

TEST_CASE("the phantom's people are made from the command line, with four pixels in place of each if fine") {
  const TemporaryFolder folder;
  const auto made = [&](const std::string& name, std::vector<std::string> more) {
    std::vector<std::string> words{"population", "--base", "phantom:1",   "--count",       "1", "--seed",
                                   "4",          "--out",  folder / name, "--floor-skins", "0"};
    words.insert(words.end(), more.begin(), more.end());
    CHECK_THAT(run(words).out, Contains("1 people"));
    return read_dataset(folder / name);
  };
  const Dataset coarse = made("coarse.safetensors", {}), fine = made("fine.safetensors", {"--fine"});
  REQUIRE(coarse.size() == 1);
  CHECK(coarse.xray.max().item<float>() > 0.3F);
  CHECK(coarse.xray.max().item<float>() < 1.0F);
  CHECK(fine.frame == skiagraph::geometry::refined(coarse.frame, 2));
  CHECK((fine.mm_per_px * 2 - coarse.mm_per_px).abs().max().item<double>() < 1e-4);
  CHECK((fine.landmarks - (coarse.landmarks * 2 + 0.5)).abs().max().item<double>() < 1e-2);
  const auto averaged = torch::avg_pool2d(fine.xray.to(torch::kFloat32), {2, 2});
  CHECK((averaged - coarse.xray.to(torch::kFloat32)).abs().mean().item<double>() < 1e-3);
  run({"population", "--data", folder / "fine.safetensors", "--halve", "--out", folder / "half.safetensors"});
  CHECK(read_dataset(folder / "half.safetensors").frame == coarse.frame);
  CHECK(run_cli({"population", "--base", "phantom:1", "--halve", "--out", folder / "no.safetensors"}).code ==
        2);
}

TEST_CASE("what makes X-rays finer is trained beside its networks, and is not replaced unasked") {
  const TemporaryFolder folder;
  const std::string models = folder / "models", people = folder / "people.safetensors",
                    fine = folder / "fine.safetensors";
  write_untrained_networks(models);
  write_dataset(people, few_people(kSmallFrame));
  write_dataset(fine, few_people(skiagraph::geometry::refined(kSmallFrame, 2)));
  const auto words = [&](const std::string& data) {
    return std::vector<std::string>{
        "train-super-resolution", "--data", data, "--models", models, "--steps", "3", "--batch", "2"};
  };
  const ProgramEnd wrong = run_cli(words(people));
  CHECK(wrong.code == 2);
  CHECK_THAT(wrong.err, Contains("fine pictures"));
  const std::filesystem::path weights = folder / "models" / "super_resolution.safetensors";
  CHECK_FALSE(std::filesystem::exists(weights));
  CHECK_THAT(run(words(fine)).out, Contains("Wrote " + weights.string()));
  CHECK(std::filesystem::file_size(weights) > 10000);
  CHECK_THAT(run_cli(words(fine)).err, Contains("--force"));
}

TEST_CASE("a phantom population needs a whole number of people") {
  const TemporaryFolder folder;
  for (const char* base : {"phantom:x", "phantom:1000"}) {
    const ProgramEnd end = run_cli({"population", "--base", base, "--out", folder / "people.safetensors"});
    CHECK(end.code == 2);
    CHECK_THAT(end.err, Contains("is not \"phantom:N\" with N from 1 to 100"));
  }
}
