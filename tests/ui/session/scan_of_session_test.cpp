#include <QAction>
#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "core/base/write_file.h"
#include "core/bodies/built_in_person.h"
#include "core/io/checksum.h"
#include "core/io/mesh_file.h"
#include "core/io/session_file.h"
#include "tests/ui/person.h"
#include "tests/ui/window.h"
#include "ui/commands/commands.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

/// A session of a scan, with a pin and a view of its own.
struct Saved {
  QTemporaryDir folder;
  QString scan = folder.filePath("somebody.ply"), file = folder.filePath("study.skiagraph");
  session::Session session;

  Saved() {
    io::write_ply(scan.toStdString(), bodies::built_in_person());
    session.body = session::ScanSource{scan.toStdString(), io::sha256(scan.toStdString()), {}};
    session.pins[kLiverTop] = Pixel{130, 95};
    session.view.side = session::BodySide::kLeft;
    write_file(file.toStdString(), io::session_text(session, folder.path().toStdString()));
  }
};

std::unique_ptr<TestWindow> opened(const Saved& saved) {
  auto test = std::make_unique<TestWindow>(shipped_networks(), shipped_bodies());
  test->app.sessions.open(saved.file.toStdString());
  test->app.sessions.when_idle([app = test->app] { app.engine.start(); });
  test->window.show();
  REQUIRE(QTest::qWaitFor([&] { return test->app.engine.body() != nullptr; }, kPatienceMs));
  REQUIRE(test->at_rest());
  return test;
}

/// By the command of the menu.
void locate(TestWindow& test) {
  QAction* command = test.window.findChild<QAction*>("locate_scan");
  REQUIRE(command->isEnabled());
  command->trigger();
}

}  // namespace

TEST_CASE("A session opens with its scan, pins and view; nothing is to be located") {
  const Saved saved;
  const auto test = opened(saved);
  CHECK(test->session() == saved.session);
  CHECK_FALSE(test->body().substitute);
  CHECK(test->window.message().isEmpty());
  CHECK_FALSE(test->window.findChild<QAction*>("locate_scan")->isEnabled());
}

TEST_CASE(
    "A missing scan is told in one sentence; the same scan found elsewhere is taken without a question") {
  const Saved saved;
  const QString elsewhere = saved.folder.filePath("moved.ply");
  REQUIRE(QFile::rename(saved.scan, elsewhere));
  const auto test = opened(saved);
  CHECK(test->body().substitute);
  CHECK(test->window.message().contains("somebody.ply"));
  CHECK(test->window.message().contains("Locate scan"));
  CHECK(test->session() == saved.session);  // nothing of it is lost
  CHECK_FALSE(test->app.document.modified());
  const Person person(elsewhere, QMessageBox::No);
  locate(*test);
  REQUIRE(QTest::qWaitFor([&] { return !test->body().substitute; }, kPatienceMs));
  REQUIRE(test->at_rest());
  CHECK(person.questions().isEmpty());
  CHECK(test->window.message().isEmpty());
  CHECK(test->session().pins == saved.session.pins);
  CHECK(test->session().view == saved.session.view);
  CHECK(std::get<session::ScanSource>(test->session().body).path == elsewhere.toStdString());
  CHECK(test->steps() == 0);
  CHECK(test->app.document.modified());  // the session's file does not know where it is
  CHECK_FALSE(test->window.findChild<QAction*>("locate_scan")->isEnabled());
}

TEST_CASE("Another file in the scan's place is noticed, and used only when the person wants it") {
  const Saved saved;
  geometry::TriangleMesh another = bodies::built_in_person();
  for (Vec3& vertex : another.vertices) vertex = vertex * 1.02;
  io::write_ply(saved.scan.toStdString(), another);
  const auto test = opened(saved);
  CHECK(test->body().substitute);
  CHECK(test->window.message().contains("has changed"));
  SECTION("No") {
    const Person person(saved.scan, QMessageBox::No);
    locate(*test);
    REQUIRE(QTest::qWaitFor([&] { return person.questions().size() == 1; }, kPatienceMs));
    REQUIRE(test->at_rest());
    CHECK(test->session() == saved.session);
    CHECK(test->body().substitute);
  }
  SECTION("Yes") {
    const Person person(saved.scan, QMessageBox::Yes);
    locate(*test);
    REQUIRE(QTest::qWaitFor([&] { return !test->body().substitute; }, kPatienceMs));
    REQUIRE(test->at_rest());
    CHECK(test->session().pins == saved.session.pins);
    CHECK(test->steps() == 1);
    CHECK(test->app.document.modified());
  }
}

TEST_CASE("A scan and its session that were moved together are found") {
  const Saved saved;
  const QTemporaryDir elsewhere;
  REQUIRE(QFile::rename(saved.scan, elsewhere.filePath("somebody.ply")));
  REQUIRE(QFile::rename(saved.file, elsewhere.filePath("study.skiagraph")));
  TestWindow test(shipped_networks(), shipped_bodies());
  test.start();
  open_file(test.app, test.window, elsewhere.filePath("study.skiagraph").toStdString());
  REQUIRE(QTest::qWaitFor([&] { return !test.app.document.file().empty(); }, kPatienceMs));
  REQUIRE(test.at_rest());
  CHECK_FALSE(test.body().substitute);
  CHECK(test.window.message().isEmpty());
}
