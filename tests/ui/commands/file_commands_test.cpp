#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTimer>
#include <catch2/catch.hpp>

#include "core/io/png.h"
#include "tests/ui/person.h"
#include "tests/ui/window.h"
#include "ui/commands/commands.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

}  // namespace

TEST_CASE(
    "The pictures that are saved are the window and the X-ray of the newest edit, at rest and in float32") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  test->press_and_move(kLiverTop, {6, 0});
  QTest::qWait(100);
  write_pictures(test->window.commands(), folder.filePath("shot.png"));
  QTest::qWait(200);
  CHECK(QDir(folder.path()).isEmpty());  // what is under the hand is a draft
  test->release(kLiverTop);
  REQUIRE(saved(*test, "shot.png"));
  CHECK(QImage(folder.filePath("shot.png")).size() == test->window.size());
  const io::PngImage xray = io::read_png(folder.filePath("shot_xray.png").toStdString());
  CHECK(xray.bits == 16);
  CHECK(xray.rows == 2 * test->app.engine.frame().rows);
  CHECK(xray.columns == 2 * test->app.engine.frame().columns);
  REQUIRE(test->app.engine.result()->precision == inference::Precision::kFinal);
  std::vector<float> shown = test->pixels();
  for (std::size_t n = 0; n < shown.size(); ++n)
    CHECK_FALSE(std::abs(shown[n] - xray.values[n]) > 1.0F / 65000);
}

TEST_CASE("A full disk is told, and nothing is said to be saved") {
  const auto test = settled_window();
  SECTION("Body") {
    write_body(test->window.commands(), "/dev/full");
  }
  SECTION("Picture") {
    write_pictures(test->window.commands(), "/dev/full");
  }
  REQUIRE(test->message_comes());
  CHECK(test->window.message().contains("/dev/full"));
  CHECK(test->window.message().contains("full"));
  CHECK_FALSE(test->window.statusBar()->currentMessage().contains("Saved"));
}

TEST_CASE("A name without suffix gets one before it is asked whether to replace a file") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  fill(folder.filePath("mine.ply"), "work of days");
  Person person(folder.filePath("mine"), QMessageBox::No);
  QTimer::singleShot(400, [] {  // the person gives up
    for (QWidget* widget : QApplication::topLevelWidgets())
      if (auto* files = qobject_cast<QFileDialog*>(widget)) files->reject();
  });
  test->window.findChild<QAction*>("export_body")->trigger();
  CHECK_FALSE(person.questions().isEmpty());
  CHECK(content(folder.filePath("mine.ply")) == "work of days");
}

TEST_CASE("A body is not saved as PLY under the name of another format") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  const Person person(folder.filePath("x.obj"), QMessageBox::Ok);
  test->window.findChild<QAction*>("export_body")->trigger();
  REQUIRE(person.questions().size() == 1);
  CHECK(person.questions().front().contains(".ply"));
  QTest::qWait(200);
  CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE("The X-ray beside the picture is not replaced unasked") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  fill(folder.filePath("shot_xray.png"), "work of days");
  SECTION("No") {
    const Person person(folder.filePath("shot.png"), QMessageBox::No);
    test->window.findChild<QAction*>("save_picture")->trigger();
    REQUIRE(person.questions().size() == 1);
    CHECK(person.questions().front().contains("shot_xray.png"));
    QTest::qWait(300);
    CHECK(content(folder.filePath("shot_xray.png")) == "work of days");
    CHECK_FALSE(QFile::exists(folder.filePath("shot.png")));
  }
  SECTION("Yes") {
    const Person person(folder.filePath("shot.png"), QMessageBox::Yes);
    test->window.findChild<QAction*>("save_picture")->trigger();
    REQUIRE(saved(*test, "shot.png"));
    CHECK(content(folder.filePath("shot_xray.png")) != "work of days");
  }
}

TEST_CASE("A window that is closed while a file is still to be written closes when it is written") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  test->app.document.edit("Pin", [](session::Session& s) { s.pins[kLiverTop] = Pixel{120, 80}; });
  write_pictures(test->window.commands(), folder.filePath("shot.png"));
  const Person person({}, QMessageBox::Discard);
  test->window.close();
  CHECK(test->window.isVisible());
  REQUIRE(QTest::qWaitFor([&] { return !test->window.isVisible(); }, kPatienceMs));
  CHECK(QFile::exists(folder.filePath("shot_xray.png")));
}
