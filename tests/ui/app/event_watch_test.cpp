#include "ui/app/event_watch.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"

using namespace skiagraph::ui;

namespace {

void work(int ms) {
  QElapsedTimer timer;
  timer.start();
  while (!timer.hasExpired(ms)) {
  }
}

/// What was reported while `act` ran within the event loop.
QStringList reports_of(const std::function<void()>& act) {
  start_application();
  auto& application = *qobject_cast<WatchedApplication*>(QCoreApplication::instance());
  QStringList reports;
  application.watch_events([&](const QString& what, double) { reports << what; });
  QTimer timer;
  timer.setObjectName("busy");
  timer.setSingleShot(true);
  bool done = false;
  QObject::connect(&timer, &QTimer::timeout, [&] {
    act();
    done = true;
  });
  timer.start(0);
  const bool ended = QTest::qWaitFor([&] { return done; });
  application.watch_events({});
  REQUIRE(ended);
  return reports.filter("busy");
}

}  // namespace

TEST_CASE("An event that keeps the window from answering is reported with its receiver") {
  const QStringList reports = reports_of([] { work(60); });
  REQUIRE(reports.size() == 1);
  CHECK(reports.front() == "Timer of QTimer busy");
}

TEST_CASE("Waiting in a dialog is no work") {
  const QStringList reports = reports_of([] {
    QDialog dialog;
    QTimer::singleShot(200, &dialog, &QDialog::accept);
    dialog.exec();
  });
  // Making a window may itself take more than a frame, but not the 200 ms: those would be told.
  CHECK(reports.size() <= 1);
}

TEST_CASE("What another thread does keeps no window from answering") {
  QThread other;
  other.start();
  QObject worker;
  worker.setObjectName("busy");
  worker.moveToThread(&other);
  const QStringList reports = reports_of([&] {
    QMetaObject::invokeMethod(
        &worker, [] { work(60); }, Qt::QueuedConnection);
    QTest::qWait(100);
  });
  other.quit();
  REQUIRE(other.wait());
  CHECK(reports.filter("QObject").isEmpty());
}
