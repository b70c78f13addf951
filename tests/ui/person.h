#pragma once

#include <QMessageBox>
#include <QStringList>
#include <QTimer>

namespace skiagraph::ui {

/// Answers the dialogs that a command opens: types a name into file dialogs, and clicks a button of
/// questions.
class Person {
 public:
  Person(QString name, QMessageBox::StandardButton answer);
  /// Clicks the button with this text.
  Person(QString name, QString answer);

  [[nodiscard]] const QStringList& questions() const { return questions_; }

 private:
  void begin();
  void answer_dialog();

  QTimer timer_;
  QString name_;
  QMessageBox::StandardButton answer_;
  QString answer_text_;
  QStringList questions_;
};

}  // namespace skiagraph::ui
