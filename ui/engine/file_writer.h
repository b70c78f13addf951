#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>

#include "core/base/error.h"

namespace skiagraph::ui {

/// Makes what leaves the program behind the window, one thing after the other: files, and pictures for the
/// clipboard. Waits for those that are under way when it ends. GUI thread.
class FileWriter : public QObject {
  Q_OBJECT

 public:
  explicit FileWriter(QObject* parent = nullptr);
  ~FileWriter() override;

  /// Runs `work` on another thread; what it holds is dropped on this one. Answers with saved() or failed().
  void write(const QString& path, std::function<void()> work);
  /// The same for what is no file: answers by calling `then` on this thread, or with failed().
  void make(std::function<void()> work, std::function<void()> then);
  /// Whether a file is still being written.
  [[nodiscard]] bool busy() const { return under_way_ > 0; }

 Q_SIGNALS:
  void saved(const QString& path);
  void failed(const std::shared_ptr<const skiagraph::Error>& error);

 private:
  int under_way_ = 0;
  QThreadPool pool_;
};

}  // namespace skiagraph::ui
