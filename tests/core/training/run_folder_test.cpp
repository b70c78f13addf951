#include "core/training/run_folder.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "core/base/write_file.h"
#include "core/training/run_lock.h"
#include "core/training/run_record.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::training;
using testing::TemporaryFolder;

namespace {

std::string content(const std::filesystem::path& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Recipe two_stages() {
  Recipe recipe;
  recipe.name = "test";
  recipe.text = "text";
  Stage t, cign;
  t.steps = 3;
  cign.kind = Stage::Kind::kCign;
  cign.steps = 2;
  recipe.stages = {t, cign};
  return recipe;
}

/// Steps of T with losses 1, 2 and so on.
void learn(RunRecord& record, int steps) {
  for (int n = 1; n <= steps; ++n) record.step({0, static_cast<double>(n), NAN, 1e-3, 0.5 * n});
}

}  // namespace

TEST_CASE("What a run says of itself is read as it was written") {
  const TemporaryFolder folder;
  RunStatus status;
  status.phase = RunPhase::kFailed;
  status.recipe = "a \"recipe\"";
  status.data = "/data/pe\xc3\xb6ple.safetensors";
  status.stage = 2;
  status.stages = 3;
  status.total_step = 123456789012;
  status.done = 0.25;
  status.seconds_left = 12.5;
  status.error = Error("file.write", "\"{}\" cannot be written: the disk is full.", "x");
  write_file(run_status_path(folder.path()), run_status_text(status));
  const RunStatus read = read_run_status(folder.path());
  CHECK(read.phase == status.phase);
  CHECK(read.recipe == status.recipe);
  CHECK(read.data == status.data);
  CHECK(read.total_step == status.total_step);
  CHECK(read.done == 0.25);
  CHECK(read.seconds_left == 12.5);
  REQUIRE(read.error);
  CHECK(std::string(read.error->what()) == status.error->what());
}

TEST_CASE("A status that is not one is refused by name") {
  const TemporaryFolder folder;
  const auto code = [&](const std::string& text) {
    write_file(run_status_path(folder.path()), text);
    try {
      read_run_status(folder.path());
    } catch (const InputError& error) {
      return error.code();
    }
    return std::string();
  };
  CHECK(code("") == "run.damaged");
  CHECK(code("{}") == "run.damaged");
  CHECK(code(run_status_text({}).substr(0, 100)) == "run.damaged");
  CHECK(code(R"({"format": "skiagraph-run", "version": 99})") == "run.newer");
  CHECK(code(R"({"format": "skiagraph-run", "version": "1"})") == "run.damaged");
  CHECK(code(run_status_text({})).empty());
}

TEST_CASE("A record tells stage, step and losses, and begins a new run with nothing of an old one") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(run_samples_path(folder.path()));
  write_file(run_samples_path(folder.path()) / "old.png", "");
  write_file(stop_request_path(folder.path()), "");
  RunRecord record(folder.path(), {});
  record.begin(two_stages(), 0, 0);
  CHECK_FALSE(std::filesystem::exists(run_samples_path(folder.path())));
  CHECK_FALSE(record.stop_wanted());
  learn(record, 3);
  record.begin_stage(2);
  record.step({2, 7.5, 0.5, 2e-3, 4});
  record.end(RunPhase::kStopped);
  const RunStatus status = read_run_status(folder.path());
  CHECK(status.phase == RunPhase::kStopped);
  CHECK(status.stage == 2);
  CHECK(status.stage_name == "cign");
  CHECK(status.total_step == 4);
  CHECK(status.total_steps == 5);
  CHECK(status.done > 0.4);
  CHECK(status.done < 0.9);
  CHECK(status.memory_bytes > 1000000);
  CHECK(content(run_recipe_path(folder.path())) == "text");
  CHECK(content(run_losses_path(folder.path())) ==
        "total_step,stage,step,seconds,t,mpn,cign,critic,learning_rate\n"
        "1,1,1,0.5,1.000000,,,,0.001000000\n"
        "2,1,2,1.0,2.000000,,,,0.001000000\n"
        "3,1,3,1.5,3.000000,,,,0.001000000\n"
        "4,2,1,4.0,,,7.500000,0.500000,0.002000000\n");
}

TEST_CASE("A record that goes on has each step once") {
  const TemporaryFolder folder;
  {
    RunRecord record(folder.path(), {});
    record.begin(two_stages(), 0, 0);
    learn(record, 3);
    record.end(RunPhase::kStopped);
  }
  RunRecord record(folder.path(), {});
  record.begin(two_stages(), 0, 1);  // the checkpoint was written after the first step
  CHECK(record.status().total_step == 1);
  learn(record, 1);
  record.end(RunPhase::kDone);
  CHECK(content(run_losses_path(folder.path())) ==
        "total_step,stage,step,seconds,t,mpn,cign,critic,learning_rate\n"
        "1,1,1,0.5,1.000000,,,,0.001000000\n"
        "2,1,2,0.5,1.000000,,,,0.001000000\n");
}

TEST_CASE("A run that never began leaves the word of an earlier one") {
  const TemporaryFolder folder;
  {
    RunRecord record(folder.path(), {});
    record.begin(two_stages(), 0, 0);
    record.end(RunPhase::kDone);
  }
  RunRecord other(folder.path(), {});
  other.end(RunPhase::kFailed, Error("x.y", "Something."));
  CHECK(read_run_status(folder.path()).phase == RunPhase::kDone);
}

TEST_CASE("One process at a time has a run's folder, and a dead one's lock is taken over") {
  const TemporaryFolder folder;
  {
    const RunLock lock(folder.path());
    CHECK(read_run_owner(folder.path()) == this_process());
    CHECK(lives(*read_run_owner(folder.path())) == true);
    CHECK_THROWS_WITH(RunLock(folder.path()),
                      Catch::Contains("already (process " + std::to_string(getpid())));
  }
  CHECK_FALSE(read_run_owner(folder.path()));
  const pid_t child = fork();
  if (child == 0) {
    new RunLock(folder.path());
    _exit(0);  // without a word
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(read_run_owner(folder.path()));
  CHECK(read_run_owner(folder.path())->process == child);
  CHECK(lives(*read_run_owner(folder.path())) == false);
  const RunLock lock(folder.path());
  CHECK(read_run_owner(folder.path()) == this_process());
}

TEST_CASE("The lock of another machine holds as long as that tells of itself") {
  const TemporaryFolder folder;
  const auto of_elsewhere = [&](std::int64_t updated) {
    write_file(folder.path() / "lock", R"({"host": "elsewhere", "boot": "b", "process": 7})");
    RunStatus status;
    status.updated = updated;
    write_file(run_status_path(folder.path()), run_status_text(status));
  };
  of_elsewhere(std::time(nullptr));
  CHECK_FALSE(lives(*read_run_owner(folder.path())).has_value());
  CHECK_THROWS_WITH(RunLock(folder.path()), Catch::Contains("elsewhere"));
  of_elsewhere(std::time(nullptr) - 3600);
  CHECK_NOTHROW(RunLock(folder.path()));
}

TEST_CASE("A recipe is prolonged by its last stage, and goes on from the shorter one") {
  const std::string text =
      R"({"name": "n", "stages": [{"kind": "t", "steps": 4}, {"kind": "cign", "steps": 9, "batch": 2}]})";
  const std::string longer = prolonged_recipe(text, "recipe.json", 50);
  const Recipe recipe = recipe_in(longer, "recipe.json");
  REQUIRE(recipe.stages.size() == 3);
  CHECK(recipe.stages[2].kind == Stage::Kind::kCign);
  CHECK(recipe.stages[2].steps == 50);
  CHECK(recipe.stages[2].batch == 2);
  CHECK(goes_on_from(text, text));
  CHECK(goes_on_from(longer, text));
  CHECK(goes_on_from(prolonged_recipe(longer, "recipe.json", 7), text));
  CHECK_FALSE(goes_on_from(text, longer));
  std::string other = longer;
  other.replace(other.find('4'), 1, "5");
  CHECK_FALSE(goes_on_from(other, text));
  CHECK_FALSE(goes_on_from("rubbish", text));
  CHECK_FALSE(goes_on_from(text, "rubbish"));
  CHECK_THROWS_AS(prolonged_recipe("rubbish", "recipe.json", 7), InputError);
}
