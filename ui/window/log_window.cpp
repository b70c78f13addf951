#include "ui/window/log_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace skiagraph::ui {

LogWindow::LogWindow(const Log& log, QWidget* parent) : QDialog(parent), text_(new QPlainTextEdit) {
  setObjectName("log_window");
  setWindowTitle(tr("Log"));
  resize(820, 420);
  text_->setReadOnly(true);
  text_->setAccessibleName(tr("What the program has told since its start"));
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  for (const Log::Line& line : log.lines()) text_->appendPlainText(Log::text_of(line));
  connect(&log, &Log::added, text_,
          [this](const Log::Line& line) { text_->appendPlainText(Log::text_of(line)); });
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  QPushButton* copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
  connect(copy, &QPushButton::clicked, this,
          [this] { QApplication::clipboard()->setText(text_->toPlainText()); });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(text_);
  layout->addWidget(buttons);
}

}  // namespace skiagraph::ui
