#include "ui/training/run_watcher.h"

#include <utility>

#include "ui/training/workspace.h"

namespace skiagraph::ui {

RunWatcher::RunWatcher(QObject* parent) : QObject(parent) {
  constexpr int kBetweenLooksMs = 800;
  timer_.setInterval(kBetweenLooksMs);
  connect(&timer_, &QTimer::timeout, this, &RunWatcher::look_now);
}

void RunWatcher::start() {
  timer_.start();
  look_now();
}

void RunWatcher::look_now() {
  if (background_.busy()) {
    again_ = true;
    return;
  }
  const Workspace workspace = remembered_workspace();
  background_.run(
      [workspace] {
        RunStates runs;
        for (const auto& folder : run_folders(workspace)) runs.push_back(read_run(folder));
        return runs;
      },
      [this](RunStates runs) {
        runs_ = std::move(runs);
        Q_EMIT changed();
        if (std::exchange(again_, false)) look_now();
      });
}

}  // namespace skiagraph::ui
