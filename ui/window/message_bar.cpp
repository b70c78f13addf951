#include "ui/window/message_bar.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace skiagraph::ui {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), label_(new QLabel(this)) {
  setObjectName("messageBar");
  label_->setWordWrap(true);
  label_->setTextFormat(Qt::PlainText);  // file names are shown as they are
  label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = new QToolButton(this);
  close->setText(tr("Close"));
  close->setAutoRaise(true);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 6, 6, 6);
  layout->addWidget(label_, 1);
  layout->addWidget(close);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  hide();
}

void MessageBar::show_sentence(const QString& sentence) {
  label_->setText(sentence);
  show();
}

}  // namespace skiagraph::ui
