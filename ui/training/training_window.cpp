#include "ui/training/training_window.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/text/error_text.h"
#include "ui/text/file_text.h"
#include "ui/training/compare_page.h"
#include "ui/training/data_page.h"
#include "ui/training/evaluate_page.h"
#include "ui/training/models_page.h"
#include "ui/training/recipe_page.h"
#include "ui/training/runs_page.h"
#include "ui/training/workspace.h"

namespace skiagraph::ui {

TrainingWindow::TrainingWindow(const App& app, QWidget* parent)
    : QWidget(parent, Qt::Window),
      hub_(app),
      messages_(new MessageBar),
      tabs_(new QTabWidget),
      data_(new DataPage(hub_)),
      recipe_(new RecipePage(hub_)),
      runs_(new RunsPage(hub_)),
      evaluate_(new EvaluatePage(hub_)),
      models_(new ModelsPage(hub_)) {
  setObjectName("training_window");
  setWindowTitle(tr("Training"));
  resize(1280, 800);
  tabs_->setObjectName("training_tabs");
  tabs_->addTab(data_, tr("&Data"));
  tabs_->addTab(recipe_, tr("&Recipe"));
  tabs_->addTab(runs_, tr("R&uns"));
  tabs_->addTab(evaluate_, tr("&Evaluate"));
  tabs_->addTab(new ComparePage(hub_), tr("&Compare"));
  tabs_->addTab(models_, tr("&Models"));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(place_row());
  layout->addWidget(messages_);
  layout->addWidget(tabs_, 1);
  messages_->hide();
  connect(new QShortcut(QKeySequence(Qt::Key_F1), this), &QShortcut::activated, parent, [parent] {
    if (auto* help = parent->findChild<QAction*>("help")) help->trigger();
  });
  connect(&hub_, &TrainingHub::failed, this, [this](const auto& error) {
    const QString sentence = error_text(*error);
    messages_->show_sentence(sentence);
    hub_.app().log.add(Log::Kind::kError, sentence);
  });
  connect(&hub_, &TrainingHub::told, this, [this](const QString& sentence) {
    messages_->show_sentence(sentence);
    hub_.app().log.add(Log::Kind::kNote, sentence);
  });
  connect(&hub_, &TrainingHub::run_started, this, [this] {
    messages_->hide();
    tabs_->setCurrentWidget(runs_);
  });
}

QWidget* TrainingWindow::place_row() {
  auto* row = new QWidget;
  auto* where = new QLabel;
  where->setObjectName("workspace");
  where->setTextFormat(Qt::PlainText);
  auto* choose = new QPushButton(tr("Another &folder…"));
  choose->setToolTip(tr("Where data sets, recipes and runs are kept"));
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(where, 1);
  layout->addWidget(choose);
  const auto tell = [where] {
    const auto folder = remembered_workspace().folder;
    where->setText(tr("Data sets, recipes and runs are in %1.").arg(short_path_text(folder)));
    where->setToolTip(path_text(folder));
  };
  tell();
  connect(choose, &QPushButton::clicked, this, &TrainingWindow::choose_folder);
  connect(&hub_, &TrainingHub::files_changed, where, tell);
  return row;
}

void TrainingWindow::choose_folder() {
  const QString folder =
      QFileDialog::getExistingDirectory(this, tr("Folder for data sets, recipes and runs"));
  if (folder.isEmpty()) return;
  remember_workspace_folder(to_path(folder));
  Q_EMIT hub_.files_changed();
  hub_.watcher().look_now();
}

void TrainingWindow::refresh() {
  Q_EMIT hub_.files_changed();
  Q_EMIT hub_.models_changed();
  hub_.watcher().start();
}

void TrainingWindow::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

/// Nobody looks: runs go on all the same.
void TrainingWindow::hideEvent(QHideEvent* event) {
  hub_.watcher().stop();
  QWidget::hideEvent(event);
}

}  // namespace skiagraph::ui
