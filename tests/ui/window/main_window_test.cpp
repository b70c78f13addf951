#include "ui/window/main_window.h"

#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using namespace skiagraph::ui;

namespace {

void write(const QString& path, const QByteArray& text) {
  QFile file(path);
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write(text);
}

void drop(MainWindow& window, const QString& path) {
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(path)});
  QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&window, &enter);
  REQUIRE(enter.isAccepted());
  QDropEvent event({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&window, &event);
}

QString loop_text(TestWindow& test) {
  return test.window.findChild<QLabel*>("loop_state")->text();
}

}  // namespace

TEST_CASE("The main window shows a built-in person with the X-ray at rest, its title and no message") {
  const auto test = settled_window();
  CHECK(test->window.windowTitle().startsWith(test->body().name));
  CHECK(test->window.message().isEmpty());
  CHECK(loop_text(*test).startsWith("At rest"));
}

TEST_CASE(
    "A dropped scan opens; a file that is none leaves everything as it was and says so in one sentence") {
  const QTemporaryDir folder;
  const QString good = folder.filePath("good.ply"), broken = folder.filePath("<b>broken.ply");
  io::write_ply(good.toStdString(), bodies::built_in_person());
  write(broken, "this is not a surface");
  const auto test = settled_window();
  drop(test->window, good);
  REQUIRE(test->at_rest());
  CHECK(test->window.windowTitle().startsWith("good.ply"));
  const std::vector<float> shown = test->pixels();
  drop(test->window, broken);
  REQUIRE(test->message_comes());
  CHECK(test->window.message().contains("<b>broken.ply"));
  for (const QLabel* label : test->window.findChildren<QLabel*>())
    if (label->text().contains("<b>broken")) CHECK(label->textFormat() == Qt::PlainText);
  CHECK(test->window.windowTitle().startsWith("good.ply"));
  CHECK(test->pixels() == shown);
  choose_person(test->app, bodies::built_in_people()[1]);
  CHECK(test->window.message().isEmpty());
}

TEST_CASE("A scan that cannot be opened at the start leaves the built-in person and one sentence") {
  TestWindow test(shipped_networks(), shipped_bodies());
  test.start("/nowhere/scan.ply");
  REQUIRE(test.at_rest());
  CHECK(test.window.message().contains("/nowhere/scan.ply"));
  CHECK(test.body().made_to_measure());
}

TEST_CASE("Without networks the window says so, shows bodies, and says so again with the next one") {
  TestWindow test(no_networks(), shipped_bodies());
  test.start();
  REQUIRE(test.message_comes());
  CHECK(test.window.message().contains("/nowhere"));
  CHECK(test.window.isVisible());
  REQUIRE(QTest::qWaitFor([&] { return test.app.engine.body() && test.app.engine.limits(); }, kPatienceMs));
  choose_person(test.app, bodies::built_in_people()[1]);
  REQUIRE(test.message_comes());
  CHECK_FALSE(test.window.findChild<QAction*>("save_picture")->isEnabled());
  CHECK(test.window.findChild<QAction*>("export_body")->isEnabled());
}

TEST_CASE("At rest the status line never speaks of frames, however few iterations it took") {
  const auto test = settled_window();
  for (int n = 0; n < 3; ++n) {  // pinned where it is: one iteration is enough
    set_pinned(test->app, n, true);
    REQUIRE(test->at_rest());
    CHECK(loop_text(*test).contains("t rest;"));
  }
  test->press_and_move(static_cast<int>(Marker::kLiverTop), {4, 0});
  REQUIRE(QTest::qWaitFor([&] { return loop_text(*test).contains("a frame"); }, kPatienceMs));
  test->release(static_cast<int>(Marker::kLiverTop));
  REQUIRE(test->at_rest());
  CHECK(loop_text(*test).contains("t rest;"));
}

TEST_CASE("Undo and redo of menu and tool bar are possible exactly when there is something to undo or redo") {
  const auto test = settled_window();
  auto* undo = test->window.findChild<QAction*>("undo");
  auto* redo = test->window.findChild<QAction*>("redo");
  CHECK_FALSE(undo->isEnabled());
  set_pinned(test->app, 0, true);
  CHECK(undo->isEnabled());
  CHECK(undo->text().contains("Pin Neck"));
  CHECK_FALSE(redo->isEnabled());
  undo->trigger();
  CHECK_FALSE(undo->isEnabled());
  CHECK(redo->isEnabled());
  redo->trigger();
  CHECK(test->session().pins[0].has_value());
}

TEST_CASE("Where networks are compiled the window works without LibTorch, which a start would wait for") {
  if (shipped_networks()()->compute_type(Precision::kFinal) == ComputeType::kLibTorch)
    return;  // not compiled here
  const auto test = settled_window();
  QFile maps("/proc/self/maps");
  REQUIRE(maps.open(QIODevice::ReadOnly));
  const QByteArray libraries = maps.readAll();
  CHECK(libraries.contains("libdnnl"));
  CHECK_FALSE(libraries.contains("libtorch"));
}
