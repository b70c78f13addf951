#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <functional>

namespace skiagraph::ui {

/// An application that measures how long each event keeps the GUI thread: what takes more than a frame is
/// seen as a stutter. A report names the event and who received it. Events within others, as of dialogs,
/// count by themselves alone.
class WatchedApplication : public QApplication {
  Q_OBJECT

 public:
  using Report = std::function<void(const QString& what, double ms)>;
  static constexpr double kFrameMs = 16;

  using QApplication::QApplication;
  /// Events are watched from now on.
  void watch_events(Report report);

  bool notify(QObject* receiver, QEvent* event) override;

 private:
  Report report_;
  double nested_ms_ = 0;  ///< within the present event: other events, and waiting for them
  QElapsedTimer idle_;
};

}  // namespace skiagraph::ui
