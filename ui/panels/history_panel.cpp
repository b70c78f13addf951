#include <QListWidget>
#include <QVBoxLayout>

#include "ui/panels/panel_table.h"

namespace skiagraph::ui {

/// The steps of the session; a click goes to the state after one.
class HistoryPanel : public QWidget {
  Q_OBJECT

 public:
  HistoryPanel(const App& app, QWidget* parent);

 private:
  void refresh();
  void go_to(int row);

  App app_;
  QListWidget* steps_;
  bool refreshing_ = false;  ///< the list's own signals are not commands
};

HistoryPanel::HistoryPanel(const App& app, QWidget* parent)
    : QWidget(parent), app_(app), steps_(new QListWidget(this)) {
  steps_->setObjectName("history");
  steps_->setAccessibleName(tr("History"));
  steps_->setToolTip(tr("Click a step to go back or forth to it"));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(steps_);
  connect(steps_, &QListWidget::currentRowChanged, this, &HistoryPanel::go_to);
  connect(&app.document, &Document::history_changed, this, &HistoryPanel::refresh);
  connect(&app.document, &Document::file_changed, this, &HistoryPanel::refresh);
  refresh();
}

void HistoryPanel::go_to(int row) {
  if (refreshing_ || row < 0) return;
  app_.document.go_to(row);
}

/// The state that is shown is the current row; what was undone stands below it, paler.
void HistoryPanel::refresh() {
  const QUndoStack& history = app_.document.history();
  refreshing_ = true;
  while (steps_->count() > history.count() + 1) delete steps_->takeItem(steps_->count() - 1);
  while (steps_->count() < history.count() + 1) steps_->addItem(QString());
  for (int row = 0; row <= history.count(); ++row) {
    const QString text = row == 0 ? tr("As it was opened") : history.text(row - 1);
    const bool saved = !app_.document.file().empty() && row == history.cleanIndex();
    QListWidgetItem* item = steps_->item(row);
    item->setText(saved ? tr("%1 (saved)").arg(text) : text);
    item->setForeground(
        steps_->palette().color(row > history.index() ? QPalette::PlaceholderText : QPalette::Text));
  }
  steps_->setCurrentRow(history.index());
  refreshing_ = false;
}

QWidget* make_history_panel(const App& app, QWidget* parent) {
  return new HistoryPanel(app, parent);
}

}  // namespace skiagraph::ui

#include "history_panel.moc"
