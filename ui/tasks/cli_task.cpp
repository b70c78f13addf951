#include "ui/tasks/cli_task.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <string>
#include <utility>
#include <vector>

#include "core/base/environment.h"

namespace skiagraph::ui {
namespace {

Error error_in(const QJsonObject& entry) {
  std::vector<std::string> arguments;
  for (const QJsonValue& argument : entry["arguments"].toArray())
    arguments.push_back(argument.toString().toStdString());
  return {entry["code"].toString().toStdString(), entry["sentence"].toString().toStdString(), arguments};
}

}  // namespace

QString cli_program() {
  if (const auto named = environment_variable("SKIAGRAPH_CLI")) return QString::fromStdString(*named);
  return QCoreApplication::applicationDirPath() + "/skiagraph-cli";
}

CliTask::CliTask(QObject* parent) : QObject(parent) {
  connect(&process_, &QProcess::readyReadStandardError, this, &CliTask::read_lines);
  connect(&process_, &QProcess::readyReadStandardOutput, this,
          [this] { printed_ += QString::fromUtf8(process_.readAllStandardOutput()); });
  connect(&process_, &QProcess::finished, this, &CliTask::finish);
  connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error != QProcess::FailedToStart) return;
    Q_EMIT failed(std::make_shared<const Error>("training.no_program",
                                                "The program \"{}\" cannot be started; install Skiagraph "
                                                "anew, or name it with the environment variable "
                                                "SKIAGRAPH_CLI.",
                                                process_.program().toStdString()));
  });
}

/// It gets a moment to keep its work; its end is of no interest any more.
CliTask::~CliTask() {
  process_.disconnect(this);
  if (!running()) return;
  constexpr int kMomentMs = 3000;
  process_.terminate();
  if (!process_.waitForFinished(kMomentMs)) process_.kill();
  process_.waitForFinished(kMomentMs);
}

void CliTask::start(const QStringList& arguments) {
  rest_.clear();
  printed_.clear();
  last_line_.clear();
  error_.reset();
  stopping_ = false;
  process_.start(cli_program(), arguments + QStringList{"--progress", "json"});
}

void CliTask::stop() {
  stopping_ = true;
  process_.terminate();
}

void CliTask::read_lines() {
  rest_ += process_.readAllStandardError();
  for (int end = rest_.indexOf('\n'); end >= 0; end = rest_.indexOf('\n')) {
    take_line(rest_.left(end));
    rest_.remove(0, end + 1);
  }
}

void CliTask::take_line(const QByteArray& line) {
  const QJsonObject object = QJsonDocument::fromJson(line).object();
  if (object.isEmpty()) {
    if (!line.trimmed().isEmpty()) last_line_ = QString::fromUtf8(line).trimmed();
  } else if (object.contains("progress")) {
    Q_EMIT progressed(object["progress"].toDouble(), object["what"].toString(),
                      object["seconds_left"].toDouble(-1));
  } else if (object["error"].isObject()) {
    error_ = std::make_shared<const Error>(error_in(object["error"].toObject()));
  } else {
    Q_EMIT told(object);
  }
}

void CliTask::finish(int code, QProcess::ExitStatus status) {
  read_lines();
  take_line(std::exchange(rest_, {}));
  printed_ += QString::fromUtf8(process_.readAllStandardOutput());
  if (code == 0 && status == QProcess::NormalExit) {
    Q_EMIT succeeded();
  } else if (stopping_) {
    Q_EMIT stopped();
  } else if (error_) {
    Q_EMIT failed(error_);
  } else if (status == QProcess::NormalExit && !last_line_.isEmpty()) {
    Q_EMIT failed(std::make_shared<const Error>("training.told", "{}", last_line_.toStdString()));
  } else {
    Q_EMIT failed(std::make_shared<const Error>(
        Error("training.ended", "The program that did the work ended without a word; try once more.")));
  }
}

}  // namespace skiagraph::ui
