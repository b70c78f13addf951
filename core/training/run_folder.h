#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/error.h"

namespace skiagraph::training {

/// A training run is its folder: whoever can read the folder knows all of the run, on this computer or on
/// another one. resources/help/training.md names the files. None of this needs LibTorch.

std::filesystem::path run_status_path(const std::filesystem::path& folder);      ///< run.json
std::filesystem::path run_recipe_path(const std::filesystem::path& folder);      ///< recipe.json
std::filesystem::path run_losses_path(const std::filesystem::path& folder);      ///< losses.csv
std::filesystem::path run_metrics_path(const std::filesystem::path& folder);     ///< metrics.csv
std::filesystem::path run_samples_path(const std::filesystem::path& folder);     ///< samples/
std::filesystem::path run_messages_path(const std::filesystem::path& folder);    ///< messages.txt
std::filesystem::path run_checkpoint_path(const std::filesystem::path& folder);  ///< checkpoint.safetensors
/// A file of this name asks the run to stop, or to wait for as long as the file is there. So a run can be
/// reached on every machine that sees its folder.
std::filesystem::path stop_request_path(const std::filesystem::path& folder);
std::filesystem::path pause_request_path(const std::filesystem::path& folder);

enum class RunPhase : std::uint8_t { kRunning, kPaused, kStopped, kDone, kFailed };

/// What run.json says.
struct RunStatus {
  RunPhase phase = RunPhase::kRunning;
  std::string recipe, model;         ///< names
  std::filesystem::path data, from;  ///< absolute; from: empty where the recipe continues no other
  std::string device = "cpu";        ///< as it was asked for
  int processes = 1;
  int stage = 0, stages = 0;  ///< from 1
  std::string stage_name;
  std::int64_t step = 0, steps = 0;              ///< of the stage
  std::int64_t total_step = 0, total_steps = 0;  ///< of all stages
  double done = 0;                               ///< of all the work, 0 to 1
  double seconds = 0;                            ///< of training so far
  std::optional<double> seconds_left;
  double learning_rate = 0;
  std::int64_t memory_bytes = 0;
  std::int64_t updated = 0;    ///< seconds since 1970
  std::optional<Error> error;  ///< that ended the run
};

std::string run_status_text(const RunStatus& status);
/// Throws InputError when the file is missing, damaged, no status of a run, or of a newer version.
RunStatus read_run_status(const std::filesystem::path& folder);

}  // namespace skiagraph::training
