#include "ui/training/run_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/text/duration_text.h"
#include "ui/text/error_text.h"
#include "ui/text/file_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("TrainingRuns", text);
}

QString position_text(const training::RunStatus& status) {
  return translated(QT_TRANSLATE_NOOP("TrainingRuns", "Stage %1 of %2 (%3), step %4 of %5."))
      .arg(status.stage)
      .arg(status.stages)
      .arg(QString::fromStdString(status.stage_name))
      .arg(status.step)
      .arg(status.steps);
}

QString resources_text(const RunState& run) {
  constexpr double kMegabyte = 1e6;
  QString text = translated(QT_TRANSLATE_NOOP("TrainingRuns", "Trained for %1; memory %2 MB."))
                     .arg(duration_text(run.status.seconds),
                          number_text(static_cast<double>(run.status.memory_bytes) / kMegabyte, 0));
  if (run.active() && run.status.seconds_left)
    text += " " + translated(QT_TRANSLATE_NOOP("TrainingRuns", "About %1 left."))
                      .arg(duration_text(*run.status.seconds_left));
  return text;
}

}  // namespace

QString life_text(RunLife life) {
  switch (life) {
    case RunLife::kStarting:
      return translated(QT_TRANSLATE_NOOP("TrainingRuns", "starts"));
    case RunLife::kRunning:
      return translated(QT_TRANSLATE_NOOP("TrainingRuns", "runs"));
    case RunLife::kPaused:
      return translated(QT_TRANSLATE_NOOP("TrainingRuns", "paused"));
    case RunLife::kStopped:
      return translated(QT_TRANSLATE_NOOP("TrainingRuns", "stopped"));
    case RunLife::kInterrupted:
      return translated(QT_TRANSLATE_NOOP("TrainingRuns", "interrupted"));
    case RunLife::kDone:
      return translated(QT_TRANSLATE_NOOP("TrainingRuns", "done"));
    case RunLife::kFailed:
      return translated(QT_TRANSLATE_NOOP("TrainingRuns", "failed"));
    case RunLife::kUnreadable:
      return translated(QT_TRANSLATE_NOOP("TrainingRuns", "unreadable"));
  }
  return {};
}

QString run_text(const RunState& run) {
  QStringList parts;
  if (run.status.stages > 0) parts << position_text(run.status) << resources_text(run);
  if (run.active() && run.owner && !run.here)
    parts << translated(QT_TRANSLATE_NOOP("TrainingRuns", "It runs on %1."))
                 .arg(QString::fromStdString(run.owner->host));
  if (run.life == RunLife::kInterrupted)
    parts << (run.has_checkpoint
                  ? translated(QT_TRANSLATE_NOOP("TrainingRuns",
                                                 "Its process has ended without a word; the run "
                                                 "goes on from its last checkpoint."))
                  : translated(QT_TRANSLATE_NOOP("TrainingRuns",
                                                 "Its process has ended without a word, before "
                                                 "its first checkpoint; start it anew.")));
  if (run.life == RunLife::kInterrupted && !run.last_message.isEmpty()) parts << run.last_message;
  if (run.error && !run.active()) parts << error_text(*run.error);
  return parts.join(' ');
}

}  // namespace skiagraph::ui
