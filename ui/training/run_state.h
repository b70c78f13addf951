#pragma once

#include <QPointF>
#include <QString>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/training/run_folder.h"
#include "core/training/run_lock.h"

namespace skiagraph::ui {

enum class RunLife : std::uint8_t {
  kStarting,
  kRunning,
  kPaused,
  kStopped,
  kInterrupted,  ///< its process has gone without a word: a crash, a power cut, a full disk
  kDone,
  kFailed,
  kUnreadable,  ///< damaged, foreign or of a newer version
};

/// Values over the steps of a run.
struct RunCurve {
  QString name;  ///< of its column
  std::vector<QPointF> points;
};

/// What a run's folder says at one time. A value: it is read on any thread and never changes.
struct RunState {
  std::filesystem::path folder;
  RunLife life = RunLife::kUnreadable;
  training::RunStatus status;                ///< empty where it is unreadable
  std::shared_ptr<const Error> error;        ///< that ended it, or why it cannot be read
  QString last_message;                      ///< of the process, where there is no error of ours
  std::optional<training::RunOwner> owner;   ///< who trains
  bool here = false;                         ///< that is a process of this machine
  std::vector<RunCurve> losses, validation;  ///< without empty ones
  RunCurve learning_rate;
  std::vector<std::filesystem::path> samples;  ///< in order
  bool has_checkpoint = false, has_networks = false;

  [[nodiscard]] bool active() const { return life == RunLife::kRunning || life == RunLife::kPaused; }
};

/// Reads a run's folder. Never throws: what cannot be read is left out or told as an error. Damaged rows of
/// tables are skipped, and so is a row that is being written.
RunState read_run(const std::filesystem::path& folder);

}  // namespace skiagraph::ui
