#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QSettings>
#include <QStatusBar>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "tests/ui/person.h"
#include "tests/ui/window.h"
#include "ui/commands/commands.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

void trigger(TestWindow& test, const char* command) {
  QAction* action = test.window.findChild<QAction*>(command);
  REQUIRE(action->isEnabled());
  action->trigger();
}

void pin(TestWindow& test, double row) {
  test.app.document.edit("Pin", [row](session::Session& s) { s.pins[kLiverTop] = Pixel{row, 95}; });
}

/// Saves without a dialog and waits.
void save(TestWindow& test, const QString& path) {
  bool done = false;
  test.app.sessions.save(path.toStdString(), SessionFiles::Replace::kWhatWasRead, [&] { done = true; });
  REQUIRE(QTest::qWaitFor([&] { return done; }, kPatienceMs));
}

void open(TestWindow& test, const QString& path) {
  open_file(test.app, test.window, path.toStdString());
  REQUIRE(QTest::qWaitFor([&] { return test.app.document.file() == path.toStdString(); }, kPatienceMs));
}

/// What stands over the panes about the session that was opened.
QString note(TestWindow& test) {
  for (const auto* bar : test.window.findChildren<MessageBar*>())
    if (!bar->sentence().isEmpty()) return bar->sentence();
  return {};
}

}  // namespace

TEST_CASE("A session is saved with Ctrl+S, and title and mark tell what is saved") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  CHECK_FALSE(test->window.isWindowModified());
  test->press_and_move(kLiverTop, {12, 0});
  test->release(kLiverTop);
  CHECK(test->window.isWindowModified());
  const Person person(folder.filePath("study"), QMessageBox::Ok);
  QApplication::setActiveWindow(&test->window);
  QTest::keyClick(&test->window, Qt::Key_S, Qt::ControlModifier);
  REQUIRE(saved(*test, "study.skiagraph"));
  CHECK(test->window.windowTitle().startsWith("study.skiagraph"));
  CHECK_FALSE(test->window.isWindowModified());
  set_pinned(test->app, 0, true);
  CHECK(test->window.isWindowModified());
  test->app.document.undo();
  CHECK_FALSE(test->window.isWindowModified());
  test->app.document.redo();
  const QByteArray before = content(folder.filePath("study.skiagraph"));
  trigger(*test, "save");  // knows its file now
  REQUIRE(QTest::qWaitFor([&] { return !test->window.isWindowModified(); }, kPatienceMs));
  CHECK(content(folder.filePath("study.skiagraph")) != before);
  CHECK(person.questions().isEmpty());
}

TEST_CASE(
    "A saved session opens to the same picture to the last bit, in the window and on the command line") {
  const QTemporaryDir folder;
  const QString scan = folder.filePath("somebody.ply"), file = folder.filePath("study.skiagraph");
  io::write_ply(scan.toStdString(), bodies::built_in_person());
  const bool of_scan = GENERATE(false, true);
  const auto first = settled_window(shipped_bodies(), of_scan ? scan : QString());
  // A way there that the session does not tell.
  first->press_and_move(kLiverTop, {14, -3});
  QTest::qWait(100);
  first->release(kLiverTop);
  REQUIRE(first->at_rest());
  first->press_and_move(static_cast<int>(Marker::kCarina), {-6, 2});
  first->release(static_cast<int>(Marker::kCarina));
  first->app.document.set_view([](session::View& view) {
    view.side = session::BodySide::kLeft;
    view.xray = session::XrayViewport{3, {100, 75}};
  });
  REQUIRE(first->at_rest());
  save(*first, file);
  write_pictures(first->window.commands(), folder.filePath("first.png"));
  REQUIRE(saved(*first, "first.png"));

  TestWindow second(shipped_networks(), shipped_bodies());
  second.app.sessions.open(file.toStdString());
  second.start();
  REQUIRE(QTest::qWaitFor([&] { return second.app.document.file() == file.toStdString(); }, kPatienceMs));
  REQUIRE(second.at_rest());
  CHECK(second.session() == first->session());  // pins and view
  CHECK(second.pixels() == first->pixels());
  CHECK(second.steps() == 0);
  CHECK_FALSE(second.window.isWindowModified());

  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("SKIAGRAPH_NETWORKS", "int8");  // as the window here
  program.setProcessEnvironment(environment);
  program.start(SKIAGRAPH_CLI, {"predict", file, "--out", folder.filePath("out"), "--models",
                                SKIAGRAPH_SOURCE_DIR "/models"});
  REQUIRE(program.waitForFinished(kPatienceMs));
  INFO(program.readAllStandardError().toStdString());
  REQUIRE((program.exitCode() == 0 || program.exitCode() == 3));
  CHECK(content(folder.filePath("out/xray.png")) == content(folder.filePath("first_xray.png")));
}

TEST_CASE("Undo brings the picture back to the last bit") {
  const auto test = settled_window();
  pin(*test, 130);
  REQUIRE(test->at_rest());
  const std::vector<float> picture = test->pixels();
  test->press_and_move(kLiverTop, {20, 8});
  QTest::qWait(50);
  test->release(kLiverTop);
  REQUIRE(test->at_rest());
  CHECK(test->pixels() != picture);
  test->app.document.undo();
  REQUIRE(test->at_rest());
  CHECK(test->pixels() == picture);
}

TEST_CASE("Closing a window with changes asks; Cancel and a save that is given up keep it open") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  pin(*test, 130);
  REQUIRE(test->at_rest());
  SECTION("Cancel") {
    const Person person({}, QMessageBox::Cancel);
    QApplication::setActiveWindow(&test->window);
    QTest::keyClick(&test->window, Qt::Key_Q, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return person.questions().size() == 1; }, kPatienceMs));
    QTest::qWait(200);
    CHECK(test->window.isVisible());
    CHECK(test->app.document.modified());
  }
  SECTION("Discard") {
    const Person person({}, QMessageBox::Discard);
    test->window.close();
    CHECK(QTest::qWaitFor([&] { return !test->window.isVisible(); }, kPatienceMs));
    CHECK(person.questions().size() == 1);
    CHECK(QDir(folder.path()).isEmpty());
  }
  SECTION("Save") {
    const Person person(folder.filePath("study.skiagraph"), QMessageBox::Save);
    test->window.close();
    CHECK(QTest::qWaitFor([&] { return !test->window.isVisible(); }, kPatienceMs));
    CHECK(content(folder.filePath("study.skiagraph")).contains("liver_top"));
  }
  SECTION("Save to a disk that is full") {
    save(*test, folder.filePath("study.skiagraph"));
    pin(*test, 133);
    REQUIRE(QFile::remove(folder.filePath("study.skiagraph")));
    REQUIRE(QFile::link("/dev/full", folder.filePath("study.skiagraph")));
    const Person person({}, QMessageBox::Save);
    test->window.close();
    REQUIRE(test->message_comes());
    CHECK(test->window.message().contains("full"));
    CHECK(test->window.isVisible());
    CHECK(test->app.document.modified());
  }
}

TEST_CASE("A session that all is saved of closes without a question, also while it is being written") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  pin(*test, 130);
  const Person person({}, QMessageBox::Cancel);
  test->app.sessions.save(folder.filePath("study.skiagraph").toStdString(), SessionFiles::Replace::kAnything);
  test->window.close();
  CHECK(QTest::qWaitFor([&] { return !test->window.isVisible(); }, kPatienceMs));
  CHECK(person.questions().isEmpty());
  CHECK(QFile::exists(folder.filePath("study.skiagraph")));
}

TEST_CASE(
    "A session takes the place of one with changes only when it is asked; a scan is a step of the present "
    "one") {
  const QTemporaryDir folder;
  const QString scan = folder.filePath("somebody.ply"), file = folder.filePath("study.skiagraph");
  io::write_ply(scan.toStdString(), bodies::built_in_person());
  const auto test = settled_window();
  save(*test, file);
  pin(*test, 130);
  open_file(test->app, test->window, scan.toStdString());
  REQUIRE(test->at_rest());
  CHECK(std::holds_alternative<session::ScanSource>(test->session().body));
  CHECK(test->steps() == 2);
  CHECK(test->app.document.history().undoText() == "Open somebody.ply");
  const session::Session edited = test->session();
  {
    const Person person({}, QMessageBox::Cancel);
    open_file(test->app, test->window, file.toStdString());
    REQUIRE(QTest::qWaitFor([&] { return person.questions().size() == 1; }, kPatienceMs));
    QTest::qWait(100);
    CHECK(test->session() == edited);
  }
  const Person person({}, QMessageBox::Discard);
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(file)});
  QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&test->window, &enter);
  QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&test->window, &drop);
  REQUIRE(QTest::qWaitFor([&] { return !test->app.document.modified(); }, kPatienceMs));
  CHECK(test->steps() == 0);
  REQUIRE(test->at_rest());
  CHECK(test->body().made_to_measure());
}

TEST_CASE("A scan given at the start is no undo step") {
  const QTemporaryDir folder;
  const QString scan = folder.filePath("somebody.ply");
  io::write_ply(scan.toStdString(), bodies::built_in_person());
  const auto test = settled_window(shipped_bodies(), scan);
  CHECK(test->steps() == 0);
  CHECK_FALSE(test->app.document.modified());
  CHECK(std::holds_alternative<session::ScanSource>(test->session().body));
}

TEST_CASE("A session that another program has changed is not replaced unasked") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  const QString file = folder.filePath("study.skiagraph");
  save(*test, file);
  pin(*test, 130);
  fill(file, "work of days");
  SECTION("Cancel") {
    const Person person({}, QMessageBox::Cancel);
    trigger(*test, "save");
    REQUIRE(QTest::qWaitFor([&] { return person.questions().size() == 1; }, kPatienceMs));
    QTest::qWait(200);
    CHECK(content(file) == "work of days");
    CHECK(test->app.document.modified());
  }
  SECTION("Replace") {
    const Person person({}, QString("Replace"));
    trigger(*test, "save");
    REQUIRE(QTest::qWaitFor([&] { return !test->app.document.modified(); }, kPatienceMs));
    CHECK(content(file).contains("liver_top"));
  }
  SECTION("Save as") {
    const Person person(folder.filePath("mine.skiagraph"), QString("Save as…"));
    trigger(*test, "save");
    REQUIRE(QTest::qWaitFor([&] { return !test->app.document.modified(); }, kPatienceMs));
    CHECK(content(file) == "work of days");
    CHECK(content(folder.filePath("mine.skiagraph")).contains("liver_top"));
  }
}

TEST_CASE("A folder that cannot be written and a name of another kind leave everything as it was") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  pin(*test, 130);
  SECTION("Folder") {
    test->app.sessions.save("/proc/study.skiagraph", SessionFiles::Replace::kAnything);
    REQUIRE(test->message_comes());
    CHECK(test->window.message().contains("/proc/study.skiagraph"));
  }
  SECTION("Name") {
    const Person person(folder.filePath("study.ply"), QMessageBox::Ok);
    trigger(*test, "save_as");
    CHECK(person.questions().size() == 1);
    CHECK(QDir(folder.path()).isEmpty());
  }
  CHECK(test->app.document.modified());
  CHECK(test->app.document.file().empty());
}

TEST_CASE("A session that another window has open opens as a copy, and is not saved over") {
  const QTemporaryDir folder, state;
  const QString file = folder.filePath("study.skiagraph");
  TestWindow first(shipped_networks(), shipped_bodies(), state.path());
  first.start();
  REQUIRE(first.at_rest());
  pin(first, 130);
  save(first, file);
  TestWindow second(shipped_networks(), shipped_bodies(), state.path());
  second.start();
  REQUIRE(second.at_rest());
  open_file(second.app, second.window, file.toStdString());
  REQUIRE(QTest::qWaitFor([&] { return !note(second).isEmpty(); }, kPatienceMs));
  CHECK(note(second).contains("another window"));
  CHECK(second.app.document.file().empty());
  CHECK(second.session().pins == first.session().pins);
  second.app.sessions.save(file.toStdString(), SessionFiles::Replace::kAnything);
  REQUIRE(second.message_comes());
  CHECK(second.window.message().contains("another window"));
  CHECK(second.app.document.modified());
  open(first, file);  // one's own
  CHECK(note(first).isEmpty());
}

TEST_CASE("A damaged session opens what it can and says what was lost; what is no session changes nothing") {
  const auto test = settled_window();
  const QTemporaryDir folder;
  const QString file = folder.filePath("study.skiagraph");
  pin(*test, 130);
  set_pinned(test->app, 0, true);
  save(*test, file);
  fill(file, content(file).replace("\"liver_top\"", "\"liver_middle\""));
  open_file(test->app, test->window, file.toStdString());
  REQUIRE(QTest::qWaitFor([&] { return !note(*test).isEmpty(); }, kPatienceMs));
  CHECK(note(*test).contains("pins.liver_middle"));
  CHECK(note(*test).contains("study.skiagraph"));
  CHECK(test->session().pins[0]);
  CHECK_FALSE(test->session().pins[kLiverTop]);
  const session::Session before = test->session();
  fill(folder.filePath("no.skiagraph"), "{");
  open_file(test->app, test->window, folder.filePath("no.skiagraph").toStdString());
  REQUIRE(test->message_comes());
  CHECK(test->window.message().contains("no.skiagraph"));
  CHECK(test->session() == before);
}

TEST_CASE("The last scans and sessions stand in the menu, also those that are gone, and open from there") {
  const QTemporaryDir folder;
  const QString scan = folder.filePath("some&body.ply"), file = folder.filePath("study.skiagraph");
  io::write_ply(scan.toStdString(), bodies::built_in_person());
  {
    const auto test = settled_window(shipped_bodies(), scan);
    save(*test, file);
  }
  const auto test = settled_window();
  QMenu& menu = *test->window.findChild<QAction*>("recent")->menu();
  REQUIRE(menu.actions().size() >= 2);
  CHECK(menu.actions()[0]->text().contains("study.skiagraph"));
  CHECK(menu.actions()[1]->text().contains("some&&body.ply"));
  REQUIRE(QFile::remove(scan));
  Q_EMIT menu.aboutToShow();
  REQUIRE(QTest::qWaitFor([&] { return !menu.actions()[1]->isEnabled(); }, kPatienceMs));
  CHECK(menu.actions()[1]->text().contains("not there"));
  CHECK(menu.actions()[0]->isEnabled());
  menu.actions()[0]->trigger();
  CHECK(QTest::qWaitFor([&] { return test->app.document.file() == file.toStdString(); }, kPatienceMs));
}
