#include "tests/ui/person.h"

#include <QAbstractItemView>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <catch2/catch.hpp>

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
    // As when a name is typed: a file that is selected in the list does not stand for it.
    for (auto* view : files->findChildren<QAbstractItemView*>()) view->clearSelection();
    files->findChild<QLineEdit*>()->setText(name_);
    QMetaObject::invokeMethod(files, "accept", Qt::QueuedConnection);
  }
}

bool saved(TestWindow& test, const QString& name) {
  return QTest::qWaitFor([&] { return test.window.statusBar()->currentMessage().contains(name); },
                         kPatienceMs);
}

QByteArray content(const QString& path) {
  QFile file(path);
  REQUIRE(file.open(QIODevice::ReadOnly));
  return file.readAll();
}

void fill(const QString& path, const QByteArray& text) {
  QFile file(path);
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write(text);
}

}  // namespace skiagraph::ui
