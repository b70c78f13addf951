#include "tests/ui/window.h"

#include <QSettings>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>
#include <utility>

#include "ui/app/event_watch.h"

namespace skiagraph::ui {

void start_application() {
  static int count = 1;
  static char name[] = "test_ui";
  static char* arguments[] = {name, nullptr};
  // The settings of whoever runs the tests stay as they are.
  static const QTemporaryDir settings;
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
  QCoreApplication::setOrganizationName("Skiagraph");
  QCoreApplication::setApplicationName("test_ui");
  // Never deleted: OpenGL outlives no application.
  static auto* instance = new WatchedApplication(count, arguments);
  static bool watched = false;
  if (std::exchange(watched, true)) return;
  instance->watch_events([](const QString& what, double ms) {
    std::cerr << "event loop: " << what.toStdString() << " took " << std::lround(ms) << " ms\n";
  });
}

TestWindow::TestWindow(PredictorFactory networks, BodyModelSource bodies, const QString& state)
    : parts((start_application(), std::move(networks)), std::move(bodies), state.toStdString()),
      app(parts.app()),
      window(app) {}

void TestWindow::start(const QString& scan) {
  app.engine.start(scan.toStdString());
  window.show();
  REQUIRE(QTest::qWaitForWindowExposed(&window));
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));  // keys of commands need it
}

bool TestWindow::at_rest() const {
  return QTest::qWaitFor([this] { return app.engine.state() == EngineState::kSettled; }, kPatienceMs);
}

bool TestWindow::message_comes() const {
  return QTest::qWaitFor([this] { return !window.message().isEmpty(); }, kPatienceMs);
}

inference::MarkerEstimate TestWindow::marker(int index) const {
  return shown_markers(session(), *app.engine.result())[static_cast<std::size_t>(index)];
}

QPoint TestWindow::in_pane(Pixel place) {
  return window.xray_view().geometry_now().to_pane(place).toPoint();
}

void TestWindow::press_and_move(int index, Pixel by) {
  const Pixel from = marker(index).position;
  QTest::mousePress(&window.xray_view(), Qt::LeftButton, {}, in_pane(from));
  QTest::mouseMove(&window.xray_view(), in_pane(from + by));
}

void TestWindow::release(int index) {
  QTest::mouseRelease(&window.xray_view(), Qt::LeftButton, {}, in_pane(marker(index).position));
}

std::unique_ptr<TestWindow> settled_window(const BodyModelSource& bodies, const QString& scan) {
  auto window = std::make_unique<TestWindow>(shipped_networks(), bodies);
  window->start(scan);
  REQUIRE(window->at_rest());
  return window;
}

double difference(const std::vector<float>& a, const std::vector<float>& b) {
  REQUIRE(a.size() == b.size());
  double sum = 0;
  for (std::size_t n = 0; n < a.size(); ++n) sum += std::abs(a[n] - b[n]);
  return sum;
}

}  // namespace skiagraph::ui
