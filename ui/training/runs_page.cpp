#include "ui/training/runs_page.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/text/duration_text.h"
#include "ui/text/file_text.h"
#include "ui/text/number_text.h"
#include "ui/training/machines_dialog.h"
#include "ui/training/run_control.h"
#include "ui/training/run_text.h"
#include "ui/training/workspace.h"

namespace skiagraph::ui {
namespace {

enum Column { kName, kState, kDone, kLeft };

}  // namespace

RunsPage::RunsPage(TrainingHub& hub, QWidget* parent)
    : QWidget(parent),
      hub_(hub),
      runs_(new QTreeWidget(this)),
      sentence_(new QLabel(this)),
      losses_(new CurveView(this)),
      validation_(new CurveView(this)),
      rate_(new CurveView(this)),
      samples_(new SampleView(this)) {
  auto* panes = new QSplitter(Qt::Horizontal);
  panes->addWidget(list());
  panes->addWidget(details());
  panes->setStretchFactor(1, 1);
  panes->setSizes({330, 900});
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(panes);
  connect(&hub_.watcher(), &RunWatcher::changed, this, &RunsPage::refresh);
  connect(&hub_, &TrainingHub::run_started, this, &RunsPage::choose);
  refresh_details();
}

QWidget* RunsPage::list() {
  runs_->setObjectName("runs");
  runs_->setAccessibleName(tr("Training runs"));
  runs_->setHeaderLabels({tr("Run"), tr("State"), tr("Done"), tr("Left")});
  runs_->setRootIsDecorated(false);
  runs_->header()->setSectionResizeMode(kName, QHeaderView::Stretch);
  for (const int column : {kState, kDone, kLeft})
    runs_->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
  connect(runs_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
    if (refreshing_ || item == nullptr) return;
    chosen_ = to_path(item->data(kName, Qt::UserRole).toString());
    refresh_details();
  });
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(runs_, 1);
  layout->addWidget(
      button("open_run", tr("&Open a run…"),
             tr("Watch a run whose folder is elsewhere: of the command line or of another machine"),
             &RunsPage::open_folder));
  forget_ = button("forget_run", tr("Take o&ff the list"),
                   tr("A run that was opened from elsewhere; nothing is deleted"), &RunsPage::forget);
  layout->addWidget(forget_);
  return column;
}

QWidget* RunsPage::details() {
  sentence_->setObjectName("run_sentence");
  sentence_->setWordWrap(true);
  sentence_->setTextFormat(Qt::PlainText);
  losses_->setObjectName("losses");
  validation_->setObjectName("validation");
  samples_->setObjectName("samples");
  auto* curves = new QSplitter(Qt::Vertical);
  curves->addWidget(losses_);
  curves->addWidget(validation_);
  curves->addWidget(rate_);
  auto* panes = new QSplitter(Qt::Horizontal);
  panes->addWidget(curves);
  panes->addWidget(samples_);
  panes->setSizes({480, 420});
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(sentence_);
  layout->addWidget(panes, 1);
  layout->addWidget(buttons());
  return column;
}

QPushButton* RunsPage::button(const char* name, const QString& text, const QString& tip,
                              void (RunsPage::*act)()) {
  auto* made = new QPushButton(text, this);
  made->setObjectName(name);
  made->setToolTip(tip);
  connect(made, &QPushButton::clicked, this, act);
  return made;
}

QWidget* RunsPage::buttons() {
  pause_ =
      button("pause_run", tr("&Pause"), tr("The run waits and keeps its memory"), &RunsPage::pause_or_go_on);
  stop_ = button("stop_run", tr("S&top"), tr("The run keeps what it has learned, and ends"), &RunsPage::stop);
  resume_ = button("resume_run", tr("&Resume"), tr("Go on from the last checkpoint"), &RunsPage::resume);
  prolong_ = button("prolong_run", tr("Pro&long by"),
                    tr("Train the last stage once more, with so many steps"), &RunsPage::prolong);
  machines_ = button("machines", tr("Several &machines…"),
                     tr("The commands that resume the run on several machines"), &RunsPage::show_machines);
  install_ = button("install_run", tr("&Use these networks"), tr("Install them as the active model"),
                    &RunsPage::install);
  more_steps_ = new QSpinBox(this);
  more_steps_->setObjectName("more_steps");
  more_steps_->setRange(1, 1000000);
  more_steps_->setValue(500);
  more_steps_->setSuffix(tr(" steps"));
  more_steps_->setAccessibleName(tr("Steps to prolong the run by"));
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{pause_, stop_, resume_, prolong_, more_steps_, machines_})
    layout->addWidget(widget);
  layout->addStretch(1);
  layout->addWidget(install_);
  return row;
}

void RunsPage::choose(const std::filesystem::path& folder) {
  chosen_ = folder;
  hub_.watcher().look_now();
  refresh();
}

const RunState* RunsPage::chosen() const {
  const RunStates& runs = hub_.watcher().runs();
  const auto found = std::ranges::find(runs, chosen_, &RunState::folder);
  return found == runs.end() ? nullptr : &*found;
}

void RunsPage::fill(QTreeWidgetItem& item, const RunState& run) const {
  item.setText(kName, file_name_text(run.folder));
  item.setToolTip(kName, path_text(run.folder));
  item.setData(kName, Qt::UserRole, path_text(run.folder));
  item.setText(kState, life_text(run.life));
  item.setText(kDone,
               run.status.stages > 0 ? tr("%1 %").arg(number_text(100 * run.status.done, 0)) : QString());
  const bool known = run.life == RunLife::kRunning && run.status.seconds_left;
  item.setText(kLeft, known ? duration_text(*run.status.seconds_left) : QString());
}

void RunsPage::refresh() {
  const RunStates& runs = hub_.watcher().runs();
  refreshing_ = true;
  while (runs_->topLevelItemCount() > static_cast<int>(runs.size()))
    delete runs_->takeTopLevelItem(runs_->topLevelItemCount() - 1);
  while (runs_->topLevelItemCount() < static_cast<int>(runs.size()))
    runs_->addTopLevelItem(new QTreeWidgetItem);
  if (chosen_.empty() && !runs.empty()) chosen_ = runs.front().folder;
  for (std::size_t n = 0; n < runs.size(); ++n) {
    QTreeWidgetItem* item = runs_->topLevelItem(static_cast<int>(n));
    fill(*item, runs[n]);
    if (runs[n].folder == chosen_) runs_->setCurrentItem(item);
  }
  refreshing_ = false;
  refresh_details();
}

void RunsPage::refresh_details() {
  const RunState none;
  const RunState* run = chosen();
  const RunState& shown = run != nullptr ? *run : none;
  sentence_->setText(run != nullptr ? run_text(shown) : tr("Choose a run, or begin one under \"Recipe\"."));
  const auto steps = static_cast<double>(shown.status.total_steps);
  losses_->show_curves(tr("Losses"), shown.losses, steps);
  validation_->show_curves(tr("Errors on validation people"), shown.validation, steps);
  rate_->show_curves(tr("Learning rate"),
                     shown.learning_rate.points.empty() ? std::vector<RunCurve>()
                                                        : std::vector<RunCurve>{shown.learning_rate},
                     steps);
  samples_->show_samples(shown.samples);
  const bool active = shown.active(), starting = shown.life == RunLife::kStarting;
  const bool idle = run != nullptr && !active && !starting && shown.life != RunLife::kUnreadable;
  pause_->setEnabled(active && shown.status.stages > 0);
  pause_->setText(shown.life == RunLife::kPaused ? tr("&Go on") : tr("&Pause"));
  stop_->setEnabled(active);
  resume_->setEnabled(idle && shown.has_checkpoint && shown.life != RunLife::kDone);
  prolong_->setEnabled(idle && shown.has_checkpoint);
  more_steps_->setEnabled(prolong_->isEnabled());
  machines_->setEnabled(idle);
  install_->setEnabled(shown.has_networks && !active && !starting);
  const QStringList others = remembered_workspace().other_runs;
  forget_->setEnabled(others.contains(path_text(chosen_)));
}

template <class Work>
void RunsPage::ask(Work work) {
  const RunState* run = chosen();
  if (run == nullptr) return;
  hub_.background().run(
      [work, run = *run] {
        work(run);
        return true;
      },
      [this](bool) { hub_.watcher().look_now(); });
}

void RunsPage::pause_or_go_on() {
  const RunState* run = chosen();
  if (run != nullptr && run->life == RunLife::kPaused) {
    ask([](const RunState& paused) { ask_to_go_on(paused); });
  } else {
    ask([](const RunState& running) { ask_to_pause(running); });
  }
}

void RunsPage::stop() {
  stop_->setEnabled(false);
  ask([](const RunState& run) { ask_to_stop(run); });
}

void RunsPage::launch_again(int steps) {
  resume_->setEnabled(false);
  prolong_->setEnabled(false);
  ask([steps](const RunState& run) { launch(run.folder, resume_words(run.folder, steps)); });
}

void RunsPage::resume() {
  launch_again(0);
}

void RunsPage::prolong() {
  launch_again(more_steps_->value());
}

void RunsPage::install() {
  if (const RunState* run = chosen()) hub_.install_run(*run);
}

void RunsPage::show_machines() {
  if (!chosen_.empty()) show_machines_dialog(resume_words(chosen_), this);
}

void RunsPage::open_folder() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Open the folder of a run"));
  if (folder.isEmpty()) return;
  remember_run(to_path(folder));
  choose(to_path(folder));
}

void RunsPage::forget() {
  forget_run(chosen_);
  chosen_.clear();
  hub_.watcher().look_now();
}

}  // namespace skiagraph::ui
