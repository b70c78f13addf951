#include "tests/ui/person.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <catch2/catch.hpp>

namespace skiagraph::ui {

Person::Person(QString name, QMessageBox::StandardButton answer) : name_(std::move(name)), answer_(answer) {
  timer_.setInterval(50);
  QObject::connect(&timer_, &QTimer::timeout, [this] { answer_dialog(); });
  timer_.start();
}

void Person::answer_dialog() {
  QWidget* dialog = QApplication::activeModalWidget();
  if (auto* question = qobject_cast<QMessageBox*>(dialog)) {
    questions_ << question->text();
    question->button(answer_) != nullptr ? question->button(answer_)->click() : question->accept();
  } else if (auto* files = qobject_cast<QFileDialog*>(dialog)) {
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
