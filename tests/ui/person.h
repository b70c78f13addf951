#pragma once

#include <QMessageBox>
#include <QString>
#include <QStringList>
#include <QTimer>

#include "tests/ui/window.h"

namespace skiagraph::ui {

/// Answers the dialogs that a command opens: types `name` into file dialogs, and clicks `answer` in
/// questions.
class Person {
 public:
  Person(QString name, QMessageBox::StandardButton answer);
  [[nodiscard]] const QStringList& questions() const { return questions_; }

 private:
  void answer_dialog();

  QTimer timer_;
  QString name_;
  QMessageBox::StandardButton answer_;
  QStringList questions_;
};

/// Whether a file of this name is told to be saved; waits for it.
bool saved(TestWindow& test, const QString& name);

QByteArray content(const QString& path);
void fill(const QString& path, const QByteArray& text);

}  // namespace skiagraph::ui
