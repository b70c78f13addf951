#include "ui/window/message_bar.h"

#include <utility>

namespace skiagraph::ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), label_(new QLabel(this)), layout_(new QHBoxLayout(this)) {
  setObjectName("messageBar");
  label_->setWordWrap(true);
  label_->setTextFormat(Qt::PlainText);  // file names are shown as they are
  label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = new QToolButton(this);
  close->setText(tr("Close"));
  close->setAutoRaise(true);
  layout_->setContentsMargins(12, 6, 6, 6);
  layout_->addWidget(label_, 1);
  layout_->addWidget(close);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  hide();
}

void MessageBar::show_sentence(const QString& sentence) {
  label_->setText(sentence);
  show();
}

QToolButton* MessageBar::add_button(const QString& text, std::function<void()> act) {
  auto* button = new QToolButton(this);
  button->setText(text);
  layout_->insertWidget(layout_->count() - 1, button);
  connect(button, &QToolButton::clicked, this, [act = std::move(act)] { act(); });
  return button;
}

}  // namespace skiagraph::ui
