#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>

#include "core/base/error.h"

namespace skiagraph::ui {

/// Writes files behind the window, one after the other. Waits for those that are under way when it ends. GUI
/// thread.
class FileWriter : public QObject {
  Q_OBJECT

 public:
  explicit FileWriter(QObject* parent = nullptr);
  ~FileWriter() override;

  /// Runs `work` on another thread; what it holds is dropped on this one. Answers with saved() or failed().
  void write(const QString& path, std::function<void()> work);
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
