#pragma once

#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <memory>

#include "core/base/error.h"

namespace skiagraph::ui {

/// skiagraph-cli beside this program, or the one that the environment variable SKIAGRAPH_CLI names.
[[nodiscard]] QString cli_program();

/// One run of skiagraph-cli with --progress json, in a process of its own. GUI thread.
class CliTask : public QObject {
  Q_OBJECT

 public:
  explicit CliTask(QObject* parent = nullptr);
  ~CliTask() override;

  /// `--progress json` is added. Not while one is running.
  void start(const QStringList& arguments);
  /// Ends it cleanly (SIGTERM): what it has made so far is kept.
  void stop();
  [[nodiscard]] bool running() const { return process_.state() != QProcess::NotRunning; }
  /// What it has printed for a person.
  [[nodiscard]] const QString& printed() const { return printed_; }

 Q_SIGNALS:
  /// seconds_left: below 0 where it is not known.
  void progressed(double done, const QString& what, double seconds_left);
  /// Any other line of JSON.
  void told(const QJsonObject& line);
  void succeeded();
  void stopped();
  void failed(const std::shared_ptr<const skiagraph::Error>& error);

 private:
  void read_lines();
  void take_line(const QByteArray& line);
  void finish(int code, QProcess::ExitStatus status);

  QProcess process_;
  QByteArray rest_;
  QString printed_, last_line_;
  std::shared_ptr<const Error> error_;
  bool stopping_ = false;
};

}  // namespace skiagraph::ui
