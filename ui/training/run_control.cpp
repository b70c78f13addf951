#include "ui/training/run_control.h"

#include <QProcess>
#include <csignal>
#include <system_error>

#include "core/base/error.h"
#include "core/base/write_file.h"
#include "ui/tasks/cli_task.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

/// As a shell reads it.
QString quoted(const QString& word) {
  for (const QChar letter : word)
    if (!letter.isLetterOrNumber() && !QStringLiteral("-_./=:,+@%").contains(letter))
      return "'" + QString(word).replace("'", "'\\''") + "'";
  return word.isEmpty() ? QStringLiteral("''") : word;
}

}  // namespace

QStringList start_words(const RunPlan& plan) {
  QStringList words{"train", path_text(plan.recipe), "--data",   path_text(plan.data),
                    "--out", path_text(plan.folder), "--device", plan.device};
  if (!plan.model.isEmpty()) words << "--model" << plan.model;
  if (!plan.from.empty()) words << "--from" << path_text(plan.from);
  return words;
}

QStringList resume_words(const std::filesystem::path& folder, int prolong) {
  QStringList words{"train", "--resume", "--out", path_text(folder)};
  if (prolong > 0) words << "--prolong" << QString::number(prolong);
  return words;
}

QStringList machine_lines(const QStringList& words, int machines, const QString& address, int port) {
  QStringList quoted_words;
  for (const QString& word : words) quoted_words << quoted(word);
  QStringList lines;
  for (int rank = 0; rank < machines; ++rank)
    lines << QStringLiteral(
                 "RANK=%1 WORLD_SIZE=%2 LOCAL_RANK=0 LOCAL_WORLD_SIZE=1 MASTER_ADDR=%3 MASTER_PORT=%4 "
                 "skiagraph-cli %5")
                 .arg(rank)
                 .arg(machines)
                 .arg(quoted(address))
                 .arg(port)
                 .arg(quoted_words.join(' '));
  return lines;
}

void launch(const std::filesystem::path& folder, const QStringList& words) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw InputError("output.make_folder", "The folder \"{}\" cannot be made: {}.", folder, error.message());
  const QString messages = path_text(training::run_messages_path(folder));
  write_file(training::run_messages_path(folder), "");
  QProcess process;
  process.setProgram(cli_program());
  process.setArguments(words);
  process.setStandardInputFile(QProcess::nullDevice());
  process.setStandardOutputFile(QProcess::nullDevice());
  process.setStandardErrorFile(messages, QIODevice::Append);
  if (!process.startDetached())
    throw Error("training.no_program",
                "The program \"{}\" cannot be started; install Skiagraph anew, or name it with the "
                "environment variable "
                "SKIAGRAPH_CLI.",
                cli_program().toStdString());
}

void ask_to_stop(const RunState& run) {
  if (run.here && kill(static_cast<pid_t>(run.owner->process), SIGTERM) == 0) return;
  write_file(training::stop_request_path(run.folder), "");
}

void ask_to_pause(const RunState& run) {
  write_file(training::pause_request_path(run.folder), "");
}

void ask_to_go_on(const RunState& run) {
  std::error_code error;
  std::filesystem::remove(training::pause_request_path(run.folder), error);
  if (error)
    throw Error("file.access", "\"{}\" cannot be used: {}.", training::pause_request_path(run.folder),
                error.message());
}

}  // namespace skiagraph::ui
