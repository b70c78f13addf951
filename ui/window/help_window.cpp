#include "ui/window/help_window.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

namespace skiagraph::ui {
namespace {

QUrl url_of(const QString& file) {
  return QUrl(QStringLiteral("qrc:/help/") + file);
}

}  // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent),
      pages_(help_pages()),
      list_(new QListWidget),
      text_(new HelpText),
      search_(new QLineEdit) {
  setObjectName("help_window");
  setWindowTitle(tr("Help"));
  resize(1000, 700);
  for (const HelpPage& page : pages_) list_->addItem(page.title);
  list_->setAccessibleName(tr("Help pages"));
  text_->setAccessibleName(tr("Help text"));
  search_->setPlaceholderText(tr("Find in this page"));
  search_->setAccessibleName(search_->placeholderText());
  search_->setClearButtonEnabled(true);
  auto* back = new QToolButton;
  back->setText(tr("Back"));
  back->setEnabled(false);
  text_->setOpenExternalLinks(false);  // offline: nothing is fetched

  auto* row = new QHBoxLayout;
  row->addWidget(back);
  row->addWidget(search_, 1);
  auto* panes = new QSplitter;
  panes->addWidget(list_);
  panes->addWidget(text_);
  panes->setStretchFactor(1, 1);
  panes->setSizes({220, 780});
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(row);
  layout->addWidget(panes, 1);

  connect(list_, &QListWidget::currentRowChanged, this, [this](int row_number) {
    text_->setSource(url_of(pages_[static_cast<std::size_t>(row_number)].file));
  });
  connect(text_, &QTextBrowser::sourceChanged, this, &HelpWindow::mark_page);
  connect(text_, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
  connect(back, &QToolButton::clicked, text_, &QTextBrowser::backward);
  connect(search_, &QLineEdit::returnPressed, this, &HelpWindow::find_next);
  connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, search_,
          qOverload<>(&QWidget::setFocus));
}

void HelpWindow::show_topic(const HelpTopic& topic) {
  text_->setSource(url_of(topic.page));
  show();
  raise();
  activateWindow();
  if (!topic.heading.isEmpty()) show_heading(topic.heading);
}

void HelpWindow::mark_page(const QUrl& page) {
  const QSignalBlocker blocker(list_);
  for (std::size_t n = 0; n < pages_.size(); ++n)
    if (url_of(pages_[n].file) == page) list_->setCurrentRow(static_cast<int>(n));
}

void HelpWindow::show_heading(const QString& heading) {
  for (QTextBlock block = text_->document()->begin(); block.isValid(); block = block.next()) {
    if (block.blockFormat().headingLevel() == 0 || block.text() != heading) continue;
    QTextCursor cursor(block);
    text_->moveCursor(QTextCursor::End);  // so that the heading comes to the top
    text_->setTextCursor(cursor);
    text_->verticalScrollBar()->setValue(text_->verticalScrollBar()->value() + text_->cursorRect().top());
    return;
  }
}

QString HelpWindow::first_line() const {
  return text_->cursorForPosition({4, 8}).block().text();
}

/// From the top again after the last place.
void HelpWindow::find_next() {
  if (search_->text().isEmpty() || text_->find(search_->text())) return;
  text_->moveCursor(QTextCursor::Start);
  text_->find(search_->text());
}

}  // namespace skiagraph::ui
