#include "ui/tasks/task_row.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <utility>

#include "ui/text/duration_text.h"

namespace skiagraph::ui {

QString progress_text(const QString& what) {
  struct Row {
    const char *what, *text;
  };
  constexpr Row kRows[] = {
      {"base anatomies", QT_TRANSLATE_NOOP("TrainingTasks", "Preparing the base anatomies")},
      {"virtual patients", QT_TRANSLATE_NOOP("TrainingTasks", "Making people")},
      {"floors", QT_TRANSLATE_NOOP("TrainingTasks", "Measuring the floor")},
      {"CT", QT_TRANSLATE_NOOP("TrainingTasks", "Reading CT")},
      {"Evaluating", QT_TRANSLATE_NOOP("TrainingTasks", "Evaluating")},
      {"Studying the loop", QT_TRANSLATE_NOOP("TrainingTasks", "Studying the loop")},
      {"Calibrating", QT_TRANSLATE_NOOP("TrainingTasks", "Measuring scales of fast drafts")},
      {"Jacobian of the loop", QT_TRANSLATE_NOOP("TrainingTasks", "Measuring the loop's Jacobian")},
      {"pictures", QT_TRANSLATE_NOOP("TrainingTasks", "Making training data")},
      {"finer pictures", QT_TRANSLATE_NOOP("TrainingTasks", "Training finer X-rays")},
      {"Margins", QT_TRANSLATE_NOOP("TrainingTasks", "Measuring margins of the markers")}};
  for (const Row& row : kRows)
    if (what == QLatin1String(row.what)) return QCoreApplication::translate("TrainingTasks", row.text);
  return what;
}

TaskRow::TaskRow(QWidget* parent)
    : QWidget(parent), bar_(new QProgressBar), what_(new QLabel), cancel_(new QPushButton(tr("Cancel"))) {
  bar_->setRange(0, 1000);
  bar_->setAccessibleName(tr("Progress"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(bar_, 1);
  layout->addWidget(what_, 1);
  layout->addWidget(cancel_);
  setVisible(false);
  connect(cancel_, &QPushButton::clicked, this, [this] {
    cancel_->setEnabled(false);
    what_->setText(tr("Stopping; what was made so far is kept"));
    task_.stop();
  });
  connect(&task_, &CliTask::progressed, this, &TaskRow::show_progress);
  connect(&task_, &CliTask::succeeded, this, [this] {
    end();
    if (const auto then = std::exchange(then_, {})) then();
  });
  connect(&task_, &CliTask::stopped, this, &TaskRow::end);
  connect(&task_, &CliTask::failed, this, [this](const auto& error) {
    end();
    Q_EMIT failed(error);
  });
}

void TaskRow::start(const QStringList& words, std::function<void()> then) {
  if (running()) return;
  then_ = std::move(then);
  bar_->setRange(0, 0);  // nothing is known yet
  what_->setText(tr("Starting"));
  cancel_->setEnabled(true);
  setVisible(true);
  Q_EMIT running_changed(true);
  task_.start(words);
}

void TaskRow::show_progress(double done, const QString& what, double seconds_left) {
  bar_->setRange(0, done > 0 ? 1000 : 0);  // nothing done yet: it moves all the same
  bar_->setValue(static_cast<int>(1000 * done));
  if (!cancel_->isEnabled()) return;
  const QString text = progress_text(what);
  what_->setText(seconds_left >= 1 ? tr("%1, about %2 left").arg(text, duration_text(seconds_left)) : text);
}

void TaskRow::end() {
  setVisible(false);
  Q_EMIT running_changed(false);
}

}  // namespace skiagraph::ui
