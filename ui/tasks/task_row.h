#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStringList>
#include <QWidget>
#include <functional>

#include "ui/tasks/cli_task.h"

namespace skiagraph::ui {

/// What the command line is doing, in the person's language; as it is where the window has no words for it.
[[nodiscard]] QString progress_text(const QString& what);

/// Long work of the command line with its progress, time left and a button that ends it. One at a time;
/// hidden while there is none.
class TaskRow : public QWidget {
  Q_OBJECT

 public:
  explicit TaskRow(QWidget* parent = nullptr);

  /// `then` when it has succeeded.
  void start(const QStringList& words, std::function<void()> then);
  [[nodiscard]] bool running() const { return task_.running(); }
  [[nodiscard]] CliTask& task() { return task_; }

 Q_SIGNALS:
  void running_changed(bool running);
  void failed(const std::shared_ptr<const skiagraph::Error>& error);

 private:
  void show_progress(double done, const QString& what, double seconds_left);
  void end();

  CliTask task_;
  QProgressBar* bar_;
  QLabel* what_;
  QPushButton* cancel_;
  std::function<void()> then_;
};

}  // namespace skiagraph::ui
