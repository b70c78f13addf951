#include "ui/demo/demo_overlays.h"

#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace skiagraph::ui {

Curtain::Curtain(QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
}

void Curtain::close_by(double share) {
  if (share == share_) return;
  share_ = share;
  setVisible(share > 0);
  update();
}

void Curtain::paintEvent(QPaintEvent*) {
  QPainter(this).fillRect(rect(), QColor(0, 0, 0, static_cast<int>(std::lround(255 * share_))));
}

WhatIsThis::WhatIsThis(QWidget* parent)
    : QFrame(parent),
      title_(new QLabel(tr("What is this?"), this)),
      text_(new QLabel(this)),
      close_(new QLabel(tr("Touch here to close."), this)) {
  setObjectName("stand_about");
  setAttribute(Qt::WA_StyledBackground);
  text_->setObjectName("stand_about_text");
  text_->setTextFormat(Qt::PlainText);
  text_->setWordWrap(true);
  text_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  text_->setText(QStringList{
      tr("Skiagraph computes the X-ray that would lie inside a body, from the body's surface alone. Neural "
         "networks have learned from virtual patients how outside and inside belong together."),
      tr("17 markers, from the neck to the hip joints, lie on body and X-ray. Whoever knows better drags "
         "one, and the networks compute a new X-ray in which all others answer."),
      tr("The surface does not determine the inside: what is seen is one likely case and nobody's real "
         "anatomy. This is research software after a method of 2018 (Teixeira and others), not a medical "
         "device. Nothing is saved here.")}
                     .join("\n\n"));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(title_);
  layout->addWidget(text_, 1);
  layout->addWidget(close_);
  hide();
}

void WhatIsThis::lay_out(double unit) {
  constexpr double kTitle = 48, kText = 34, kClose = 26, kBeside = 110, kAbove = 24;
  set_type(*title_, kTitle * unit, true);
  set_type(*text_, kText * unit);
  set_type(*close_, kClose * unit);
  const int beside = static_cast<int>(kBeside * unit), above = static_cast<int>(kAbove * unit);
  layout()->setContentsMargins(beside, above, beside, above);
  setGeometry(parentWidget()->rect());
}

void WhatIsThis::mousePressEvent(QMouseEvent*) {
  hide();
}

void set_type(QWidget& widget, double pixels, bool bold) {
  QFont font = widget.font();
  font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
  font.setBold(bold);
  widget.setFont(font);
}

}  // namespace skiagraph::ui
