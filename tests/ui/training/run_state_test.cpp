#include "ui/training/run_state.h"

#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/base/write_file.h"
#include "ui/training/run_text.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

/// A folder with a run that was stopped.
struct RunFolder {
  RunFolder() {
    status.phase = training::RunPhase::kStopped;
    status.recipe = "tiny";
    status.stage = 1;
    status.stages = 2;
    status.stage_name = "t/2";
    status.total_steps = 40;
    write();
    write_file(training::run_losses_path(path()),
               "total_step,stage,step,seconds,t,mpn,cign,critic,learning_rate\n"
               "1,1,1,0.5,2.5,,,,0.001\n"
               "2,1,2,0.9,2.0,,,,0.002\n");
  }
  void write() const { write_file(training::run_status_path(path()), training::run_status_text(status)); }
  void write(const std::string& text) const { write_file(training::run_status_path(path()), text); }
  void lock(const std::string& host, const std::string& boot, std::int64_t process) const {
    write_file(path() / "lock", R"({"host":")" + host + R"(","boot":")" + boot + R"(","process":)" +
                                    std::to_string(process) + "}");
  }
  [[nodiscard]] std::filesystem::path path() const { return folder.path().toStdString(); }
  [[nodiscard]] RunState read() const { return read_run(path()); }

  QTemporaryDir folder;
  training::RunStatus status;
};

std::string content(const std::filesystem::path& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("A run's folder is read as it is") {
  const RunFolder run;
  const RunState state = run.read();
  CHECK(state.life == RunLife::kStopped);
  CHECK(state.status.recipe == "tiny");
  REQUIRE(state.losses.size() == 1);  // columns without a value are no curves
  CHECK(state.losses[0].name == "t");
  REQUIRE(state.losses[0].points.size() == 2);
  CHECK(state.losses[0].points[1] == QPointF(2, 2.0));
  CHECK(state.learning_rate.points.size() == 2);
  CHECK_FALSE(state.has_checkpoint);
}

TEST_CASE("A row that is being written and rows that make no sense are left out of the curves") {
  const RunFolder run;
  const auto path = training::run_losses_path(run.path());
  write_file(path,
             content(path) + "3,1,3,x,nan,,,,\nrubbish\n,,,,,,,,\n4,1,4,1.9,1.5,,,,0.002\n5,1,5,2.0,1.");
  const RunState state = run.read();
  REQUIRE(state.losses.size() == 1);
  REQUIRE(state.losses[0].points.size() == 3);
  CHECK(state.losses[0].points.back() == QPointF(4, 1.5));
}

TEST_CASE("A damaged, half-written, foreign or newer run is told in a sentence") {
  const RunFolder run;
  const std::string whole = content(training::run_status_path(run.path()));
  const auto error_code = [&](const std::string& text) {
    run.write(text);
    const RunState state = run.read();
    CHECK(state.life == RunLife::kUnreadable);
    REQUIRE(state.error != nullptr);
    CHECK(run_text(state).contains(run.folder.path()));
    return state.error->code();
  };
  for (const std::size_t part :
       {std::size_t{0}, std::size_t{1}, whole.size() / 3, whole.size() / 2, whole.size() - 3})
    CHECK(error_code(whole.substr(0, part)) == "run.damaged");
  CHECK(error_code("[]") == "run.damaged");
  CHECK(error_code(R"({"format": 7})") == "run.damaged");
  CHECK(error_code(R"({"format": "skiagraph-run", "version": 1, "state": 5})") == "run.damaged");
  CHECK(error_code(R"({"format": "skiagraph-run", "version": 2})") == "run.newer");
  std::string strange = whole;
  strange.replace(strange.find("stopped"), 7, "flying ");
  CHECK(error_code(strange) == "run.damaged");
}

TEST_CASE("A folder that is none, and one with the weights of another program, are no runs") {
  CHECK(read_run("/nowhere/at/all").life == RunLife::kUnreadable);
  const QTemporaryDir folder;
  const std::filesystem::path path = folder.path().toStdString();
  write_file(path / "checkpoint.safetensors", "rubbish");
  const RunState state = read_run(path);
  CHECK(state.life == RunLife::kUnreadable);
  CHECK(state.error->code() == "run.missing");
  CHECK(state.has_checkpoint);
}

TEST_CASE("A run whose process has gone is interrupted, one whose process lives runs") {
  RunFolder run;
  run.status.phase = training::RunPhase::kRunning;
  run.write();
  CHECK(run.read().life == RunLife::kInterrupted);  // no lock at all
  const training::RunOwner here = training::this_process();
  run.lock(here.host, here.boot, here.process);
  CHECK(run.read().life == RunLife::kRunning);
  CHECK(run.read().here);
  run.lock(here.host, "an earlier start", here.process);
  CHECK(run.read().life == RunLife::kInterrupted);
  run.lock(here.host, here.boot, 999999999);
  CHECK(run.read().life == RunLife::kInterrupted);
}

TEST_CASE("A run of another machine runs as long as it tells of itself") {
  RunFolder run;
  run.status.phase = training::RunPhase::kRunning;
  run.lock("elsewhere", "some start", 1);
  run.status.updated = std::time(nullptr) - 5;
  run.write();
  CHECK(run.read().life == RunLife::kRunning);
  CHECK_FALSE(run.read().here);
  CHECK(run_text(run.read()).contains("elsewhere"));
  run.status.updated -= 3600;
  run.write();
  CHECK(run.read().life == RunLife::kInterrupted);
}

TEST_CASE("An error that ended a run, and the last word of one that never began, are told") {
  RunFolder run;
  run.status.phase = training::RunPhase::kFailed;
  run.status.error = Error("file.write", "\"{}\" cannot be written: the disk is full.", "checkpoint");
  run.write();
  CHECK(run.read().life == RunLife::kFailed);
  CHECK(run_text(run.read()).contains("the disk is full"));
  std::filesystem::remove(training::run_status_path(run.path()));
  write_file(training::run_messages_path(run.path()), "Note: something\nThere is no recipe \"x\".\n");
  CHECK(run.read().life == RunLife::kFailed);
  CHECK(run_text(run.read()) == "There is no recipe \"x\".");
}
