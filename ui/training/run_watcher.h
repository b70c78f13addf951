#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <vector>

#include "ui/tasks/background.h"
#include "ui/training/run_state.h"

namespace skiagraph::ui {

using RunStates = std::vector<RunState>;

/// Reads the folders of all runs about once a second, behind the window. GUI thread.
class RunWatcher : public QObject {
  Q_OBJECT

 public:
  explicit RunWatcher(QObject* parent = nullptr);

  void start();
  void stop() { timer_.stop(); }
  /// Soon, and not only at its turn.
  void look_now();
  [[nodiscard]] const RunStates& runs() const { return runs_; }

 Q_SIGNALS:
  void changed();

 private:
  QTimer timer_;
  bool again_ = false;
  RunStates runs_;
  Background background_;
};

}  // namespace skiagraph::ui
