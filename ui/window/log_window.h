#pragma once

#include <QDialog>
#include <QPlainTextEdit>

#include "ui/app/log.h"

namespace skiagraph::ui {

/// Shows the log as it grows; its text can be copied for a report of a fault.
class LogWindow : public QDialog {
  Q_OBJECT

 public:
  explicit LogWindow(const Log& log, QWidget* parent = nullptr);

 private:
  QPlainTextEdit* text_;
};

}  // namespace skiagraph::ui
