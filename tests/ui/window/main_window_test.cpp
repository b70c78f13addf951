#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <catch2/catch.hpp>

#include "core/io/png.h"
#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using namespace skiagraph::io;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

double distance(Pixel a, Pixel b) {
  return norm(a - b);
}

}  // namespace

TEST_CASE(
    "Dragging a marker with the mouse moves it at once, changes the X-ray, and the window keeps answering") {
  const auto window = settled_window();
  MarkerModel& markers = window->markers();
  XrayView& view = window->xray_view();
  const Pixel before = markers.marker(kLiverTop).position;
  const std::vector<float> picture = view.xray().pixels;
  int ticks = 0;
  QTimer clock;
  QObject::connect(&clock, &QTimer::timeout, [&] { ++ticks; });
  clock.start(10);

  QTest::mousePress(&view, Qt::LeftButton, {}, view.to_view(before).toPoint());
  REQUIRE(markers.dragging());
  Pixel aim = before;
  for (int step = 0; step < 10; ++step) {
    aim.row += 1;
    QTest::mouseMove(&view, view.to_view(aim).toPoint());
    CHECK(distance(markers.marker(kLiverTop).position, aim) < 1);  // before any network has answered
    QTest::qWait(20);
  }
  QSignalSpy settled(window.get(), &MainWindow::settled);
  QTest::mouseRelease(&view, Qt::LeftButton, {}, view.to_view(aim).toPoint());
  const int ticks_before_wait = ticks;
  REQUIRE(settled.wait(kPatienceMs));
  CHECK(ticks - ticks_before_wait > 3);
  CHECK(distance(markers.marker(kLiverTop).position, aim) < 1);
  CHECK(markers.marker(kLiverTop).pinned);
  CHECK(difference(view.xray().pixels, picture) > 1);

  QSignalSpy again(window.get(), &MainWindow::settled);
  markers.undo_stack().undo();
  CHECK_FALSE(markers.marker(kLiverTop).pinned);
  REQUIRE(again.wait(kPatienceMs));

  SECTION("Esc cancels a drag") {
    const Pixel place = markers.marker(kLiverTop).position;
    QTest::mousePress(&view, Qt::LeftButton, {}, view.to_view(place).toPoint());
    QTest::mouseMove(&view, view.to_view(place + Pixel{8, 0}).toPoint());
    QTest::keyClick(&view, Qt::Key_Escape);
    CHECK_FALSE(markers.dragging());
    CHECK(markers.pins().empty());
  }
  SECTION("A file that is no scan leaves everything as it was, and says so in one sentence") {
    const QTemporaryDir folder;
    const QString path = folder.filePath("broken.ply");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("this is not a surface");
    file.close();
    const QString name = window->scan_name();
    const std::vector<float> shown = view.xray().pixels;
    window->open(path);
    REQUIRE(QTest::qWaitFor([&] { return !window->message().isEmpty(); }, kPatienceMs));
    CHECK(window->message().contains("broken.ply"));
    CHECK(window->scan_name() == name);
    CHECK(view.xray().pixels == shown);
    CHECK(markers.valid());
  }
  SECTION("The pictures that it saves are the window and the X-ray") {
    const QTemporaryDir folder;
    window->save_pictures(folder.filePath("shot.png"));
    CHECK(QImage(folder.filePath("shot.png")).size() == window->size());
    const PngImage xray = read_png(folder.filePath("shot_xray.png").toStdString());
    CHECK(xray.bits == 16);
    CHECK(xray.rows == view.xray().frame.rows);
    CHECK(xray.columns == view.xray().frame.columns);
  }
}

TEST_CASE("A scan that cannot be opened at the start leaves the built-in person and one sentence") {
  start_application();
  MainWindow window(shipped_networks(), shipped_bodies(), "/nowhere/scan.ply");
  QSignalSpy gave_up(&window, &MainWindow::gave_up), settled(&window, &MainWindow::settled);
  window.show();
  REQUIRE(settled.wait(kPatienceMs));
  CHECK(gave_up.count() == 1);
  CHECK(window.message().contains("/nowhere/scan.ply"));
  CHECK(window.scan()->made);
}

TEST_CASE("Without networks the window says so and stays open") {
  start_application();
  MainWindow window([]() -> std::unique_ptr<Predictor> { return std::make_unique<Predictor>("/nowhere"); },
                    shipped_bodies(), QString());
  QSignalSpy gave_up(&window, &MainWindow::gave_up);
  window.show();
  REQUIRE((gave_up.count() > 0 || gave_up.wait(kPatienceMs)));
  CHECK(window.message().contains("/nowhere"));
  CHECK(window.isVisible());
}

TEST_CASE("Where networks are compiled the window works without LibTorch, which a start would wait for") {
  if (shipped_networks()()->form(Precision::kFinal) == ComputeType::kLibTorch) return;  // not compiled here
  const auto window = settled_window();
  QFile maps("/proc/self/maps");
  REQUIRE(maps.open(QIODevice::ReadOnly));
  const QByteArray libraries = maps.readAll();
  CHECK(libraries.contains("libdnnl"));
  CHECK_FALSE(libraries.contains("libtorch"));
}
