#include "tests/ui/person.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <utility>

namespace skiagraph::ui {

Person::Person(QString name, QMessageBox::StandardButton answer) : name_(std::move(name)), answer_(answer) {
  begin();
}

Person::Person(QString name, QString answer)
    : name_(std::move(name)), answer_(QMessageBox::NoButton), answer_text_(std::move(answer)) {
  begin();
}

void Person::begin() {
  timer_.setInterval(50);
  QObject::connect(&timer_, &QTimer::timeout, [this] { answer_dialog(); });
  timer_.start();
}

void Person::answer_dialog() {
  QWidget* dialog = QApplication::activeModalWidget();
  if (auto* question = qobject_cast<QMessageBox*>(dialog)) {
    questions_ << question->text();
    for (QAbstractButton* button : question->buttons())
      if (!answer_text_.isEmpty() && button->text() == answer_text_) return button->click();
    question->button(answer_) != nullptr ? question->button(answer_)->click() : question->accept();
  } else if (auto* files = qobject_cast<QFileDialog*>(dialog)) {
    files->findChild<QLineEdit*>()->setText(name_);
    QMetaObject::invokeMethod(files, "accept", Qt::QueuedConnection);
  }
}

}  // namespace skiagraph::ui
