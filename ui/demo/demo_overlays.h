#pragma once

#include <QFrame>
#include <QLabel>
#include <QWidget>

namespace skiagraph::ui {

/// Black over the panes, more or less. It takes no mouse.
class Curtain : public QWidget {
  Q_OBJECT

 public:
  explicit Curtain(QWidget* parent);
  /// 0: not there, 1: all black.
  void close_by(double share);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  double share_ = 0;
};

/// Says in plain words what is seen, over the panes; a press on it closes it.
class WhatIsThis : public QFrame {
  Q_OBJECT

 public:
  explicit WhatIsThis(QWidget* parent);
  /// Over all of the panes; `unit`: how large type is.
  void lay_out(double unit);

 protected:
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QLabel *title_, *text_, *close_;
};

/// Type of so many pixels.
void set_type(QWidget& widget, double pixels, bool bold = false);

}  // namespace skiagraph::ui
