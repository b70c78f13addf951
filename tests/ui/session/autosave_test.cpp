#include "ui/document/autosave.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <catch2/catch.hpp>

#include "core/io/session_file.h"
#include "tests/ui/person.h"
#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

QStringList copies(const QString& state) {
  return QDir(state + "/autosave").entryList({"*.skiagraph"}, QDir::Files | QDir::Hidden);
}

bool copy_comes(const QString& state) {
  return QTest::qWaitFor([&] { return copies(state).size() == 1; }, kPatienceMs);
}

void pin(TestWindow& test, double row) {
  test.app.document.edit("Pin", [row](session::Session& s) { s.pins[kLiverTop] = Pixel{row, 95}; });
}

std::unique_ptr<TestWindow> started(const QString& state) {
  auto test = std::make_unique<TestWindow>(shipped_networks(), shipped_bodies(), state);
  test->start();
  REQUIRE(test->at_rest());
  return test;
}

/// What a crash of this window would leave in another folder.
void leave_behind(const TestWindow& test, const QString& from, const QString& to) {
  REQUIRE(copy_comes(from));
  const QString name = copies(from).front();
  QDir().mkpath(to + "/autosave");
  REQUIRE(QTest::qWaitFor(
      [&] {
        return io::read_session((from + "/autosave/" + name).toStdString()).session.pins ==
               test.session().pins;
      },
      kPatienceMs));
  REQUIRE(QFile::copy(from + "/autosave/" + name, to + "/autosave/" + name));
}

QToolButton* answer(TestWindow& test, const char* name) {
  auto* button = test.window.findChild<QToolButton*>(name);
  return button->isVisible() ? button : nullptr;
}

}  // namespace

TEST_CASE("What is not saved has a copy after a while, until it is saved, undone or given up") {
  const QTemporaryDir state, folder;
  auto test = started(state.path());
  QTest::qWait(300);
  CHECK(copies(state.path()).isEmpty());
  test->press_and_move(kLiverTop, {10, 0});
  test->release(kLiverTop);
  REQUIRE(copy_comes(state.path()));
  const auto gone = [&] {
    return QTest::qWaitFor([&] { return copies(state.path()).isEmpty(); }, kPatienceMs);
  };
  SECTION("Saved") {
    test->app.sessions.save(folder.filePath("a.skiagraph").toStdString(), SessionFiles::Replace::kAnything);
    CHECK(gone());
    pin(*test, 126);
    CHECK(copy_comes(state.path()));
  }
  SECTION("Undone") {
    test->app.document.undo();
    CHECK(gone());
  }
  SECTION("Given up") {
    const Person person({}, QMessageBox::Discard);
    test->window.close();
    REQUIRE(QTest::qWaitFor([&] { return !test->window.isVisible(); }, kPatienceMs));
    test.reset();  // the program ends
    CHECK(copies(state.path()).isEmpty());
  }
}

TEST_CASE("After a crash the next start asks; recovered work is there, not saved, and keeps its copy") {
  const QTemporaryDir state, crashed, folder;
  const QString file = folder.filePath("study.skiagraph");
  const auto first = started(state.path());
  bool done = false;
  first->app.sessions.save(file.toStdString(), SessionFiles::Replace::kAnything, [&] { done = true; });
  REQUIRE(QTest::qWaitFor([&] { return done; }, kPatienceMs));
  pin(*first, 128);
  leave_behind(*first, state.path(), crashed.path());

  const auto next = started(crashed.path());
  CHECK(answer(*next, "recover") == nullptr);
  next->app.autosave.look_for_lost();
  REQUIRE(QTest::qWaitFor([&] { return answer(*next, "recover") != nullptr; }, kPatienceMs));
  SECTION("Recover") {
    QTest::mouseClick(answer(*next, "recover"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return next->app.document.modified(); }, kPatienceMs));
    CHECK(next->session() == first->session());
    CHECK(next->app.document.file() == file.toStdString());
    CHECK(answer(*next, "recover") == nullptr);
    CHECK(copies(crashed.path()).size() == 1);
    REQUIRE(next->at_rest());
    CHECK(next->pixels() == [&] {
      REQUIRE(first->at_rest());
      return first->pixels();
    }());
    next->app.sessions.save(file.toStdString(), SessionFiles::Replace::kWhatWasRead);
    CHECK(QTest::qWaitFor([&] { return copies(crashed.path()).isEmpty(); }, kPatienceMs));
  }
  SECTION("Discard") {
    QTest::mouseClick(answer(*next, "discard"), Qt::LeftButton);
    CHECK(QTest::qWaitFor([&] { return copies(crashed.path()).isEmpty(); }, kPatienceMs));
    CHECK_FALSE(next->app.document.modified());
  }
  SECTION("Neither: it is asked again") {
    next->window.close();
    REQUIRE(QTest::qWaitFor([&] { return !next->window.isVisible(); }, kPatienceMs));
    CHECK(copies(crashed.path()).size() == 1);
  }
}

TEST_CASE("What a window still works on is not offered to another") {
  const QTemporaryDir state;
  const auto first = started(state.path());
  pin(*first, 128);
  REQUIRE(copy_comes(state.path()));
  const auto second = started(state.path());
  second->app.autosave.look_for_lost();
  QTest::qWait(500);
  CHECK(answer(*second, "recover") == nullptr);
}

TEST_CASE("Copies that cannot be written are told once and disturb nothing") {
  TestWindow test(shipped_networks(), shipped_bodies(), "/proc/nowhere");
  test.start();
  REQUIRE(test.at_rest());
  pin(test, 128);
  REQUIRE(test.message_comes());
  CHECK(test.window.message().contains("/proc/nowhere"));
  CHECK(test.at_rest());
}
