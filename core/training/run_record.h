#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/training/recipe.h"
#include "core/training/run_folder.h"

namespace skiagraph::training {

/// One step of training.
struct StepRecord {
  int network = 0;                                         ///< that learned, in the order of kNetworkIds
  double loss = std::numeric_limits<double>::quiet_NaN();  ///< NaN: only the critic learned
  double critic_loss = std::numeric_limits<double>::quiet_NaN();
  double learning_rate = 0, seconds = 0;
};

/// Writes down how a run stands, in its folder: run.json every two seconds, recipe.json, and losses.csv with
/// about 200 rows for each stage. A file that cannot be written ends the run, like any other. One thread.
class RunRecord {
 public:
  /// `first`: recipe, model, data, from, device and processes of the run.
  RunRecord(std::filesystem::path folder, RunStatus first);

  /// The run goes on after so many steps of so many stages; 0 and 0: it begins, and nothing of an earlier one
  /// stays.
  void begin(const Recipe& recipe, int stages_done, std::int64_t steps_done);
  void begin_stage(int number);
  void step(const StepRecord& step);
  void write_losses();
  /// It was stopped, is done, or has failed. A run that never began leaves what an earlier one has written.
  void end(RunPhase phase, const std::optional<Error>& error = {});

  /// Whether a file in the folder asks for it; looked at twice a second.
  [[nodiscard]] bool stop_wanted() { return requests().stop; }
  [[nodiscard]] bool pause_wanted() { return requests().pause; }
  void show_phase(RunPhase phase);
  [[nodiscard]] const RunStatus& status() const { return status_; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Requests {
    bool stop = false, pause = false;
  };
  const Requests& requests();
  void keep_earlier_losses(std::int64_t steps_done);
  void add_row();
  void write_status();
  [[nodiscard]] double work_done() const;

  std::filesystem::path folder_;
  RunStatus status_;
  std::vector<Stage> stages_;
  bool begun_ = false;
  std::string losses_;
  struct Sum {
    double sum = 0;
    int count = 0;
  };
  std::array<Sum, 4> sums_{};  ///< since the last row: t, mpn, cign and the critic
  std::int64_t row_steps_ = 0;
  double total_work_ = 0, first_work_ = 0;  ///< first: when this process took it up
  Clock::time_point begun_at_ = Clock::now(), written_{}, looked_{}, paused_{};
  Requests requests_;
};

}  // namespace skiagraph::training
