#include "ui/engine/engine.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <catch2/catch.hpp>

#include "core/bodies/built_in_people.h"
#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "tests/ui/engine/works.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop), kNeck = static_cast<int>(Marker::kNeck);

}  // namespace

TEST_CASE("The engine is settled only when the newest edit has its X-ray") {
  Works works;
  works.engine.start();
  works.settle();
  const auto first = works.engine.result();
  for (int row = 100; row < 110; ++row) {
    works.pin(kLiverTop, row);
    CHECK(works.engine.state() != EngineState::kSettled);
  }
  works.settle();
  CHECK(works.engine.result() != first);
  CHECK(works.result_place(kLiverTop).row == 109);
  CHECK(works.engine.result()->complete);
  CHECK(works.engine.result()->precision == inference::Precision::kFinal);
}

TEST_CASE("An answer to older pins is dropped") {
  Works works;
  works.engine.start();
  works.settle();
  std::vector<double> rows;
  QObject::connect(&works.engine, &Engine::result_changed, &works.engine,
                   [&] { rows.push_back(works.result_place(kLiverTop).row); });
  works.pin(kLiverTop, 100);
  QTest::qSleep(300);  // its reports wait for the event loop
  works.pin(kLiverTop, 120);
  works.settle();
  REQUIRE_FALSE(rows.empty());
  for (const double row : rows) CHECK(row == 120);
}

TEST_CASE(
    "Under the hand every picture is a draft of the drag; at its end the loop comes to rest in float32") {
  Works works;
  works.engine.start();
  works.settle();
  const auto drag = works.document.begin_preview();
  CHECK(works.engine.state() == EngineState::kSettled);  // nothing has moved yet
  int drafts = 0;
  QObject::connect(&works.engine, &Engine::result_changed, &works.engine, [&] {
    drafts += works.engine.result()->precision == inference::Precision::kDraft ? 1 : 0;
  });
  int previews = 0;
  const auto preview = [&](double row) {
    ++previews;
    works.document.preview(drag, [&](session::Session& s) { s.pins[kLiverTop] = Pixel{row, 90}; });
    CHECK(works.engine.state() == EngineState::kDrafting);
    QTest::qWait(15);
  };
  while (drafts <= 3 && previews < 4000) preview(100 + previews % 20);  // a busy computer needs longer
  preview(120);
  CHECK(drafts > 3);
  CHECK(drafts <= previews);
  bool saved = false;
  works.engine.when_settled([&](const Result& result) {
    saved = true;
    CHECK(result.precision == inference::Precision::kFinal);
    CHECK(result.markers[kLiverTop].position.row == 120);
  });
  QTest::qWait(200);
  CHECK_FALSE(saved);  // a draft does not leave the program
  works.document.commit(drag, "Drag");
  works.settle();
  CHECK(saved);
}

TEST_CASE("Another person's late X-ray is dropped, also when the sex is the same") {
  Works works;
  works.engine.start();
  works.settle();
  const auto& people = bodies::built_in_people();
  const auto named = [&](std::string_view name) {
    return std::ranges::find(people, name, &bodies::BuiltInPerson::name);
  };
  works.choose(*named("slim-man"));
  REQUIRE(QTest::qWaitFor([&] { return works.engine.state() == EngineState::kSettling; }, kPatienceMs));
  QTest::qSleep(200);
  const session::BodySource stout = named("stout-man")->targets;
  works.choose(*named("stout-man"));
  QObject::connect(&works.engine, &Engine::result_changed, &works.engine,
                   [&] { CHECK(works.engine.result()->body->source == stout); });
  works.settle();
  CHECK(works.engine.result()->body->source == stout);
}

TEST_CASE("Sizes changed faster than bodies are made: the last one stays") {
  Works works;
  works.engine.start();
  works.settle();
  int bodies_shown = 0;
  QObject::connect(&works.engine, &Engine::body_changed, &works.engine, [&] { ++bodies_shown; });
  bodies::SizeTargets targets{bodies::Sex::kMale, {}};
  const auto drag = works.document.begin_preview();
  for (int kg = 60; kg <= 90; ++kg) {
    targets[bodies::BodySize::kWeight] = kg;
    works.document.preview(drag, [&](session::Session& s) { s.body = targets; });
  }
  works.document.commit(drag, "Weight");
  works.settle();
  CHECK(bodies_shown < 31);
  CHECK(works.engine.body()->source == session::BodySource(targets));
  CHECK(works.document.history().count() == 1);
}

TEST_CASE("Opening a scan is one undo step, and undo needs no file") {
  const QTemporaryDir folder;
  const QString path = folder.filePath("somebody.ply");
  io::write_ply(path.toStdString(), bodies::built_in_person());
  Works works;
  works.engine.start();
  works.settle();
  works.pin(kNeck, 62);
  works.settle();
  const auto made = works.document.session();
  works.engine.open(path.toStdString());
  CHECK(works.engine.state() == EngineState::kLoading);
  works.settle();
  const auto scan = works.engine.body();
  CHECK_FALSE(scan->made_to_measure());
  CHECK_FALSE(works.any_pinned());
  const auto& source = std::get<session::ScanSource>(works.document.session().body);
  CHECK(source.sha256.size() == 64);
  works.document.undo();
  works.settle();
  CHECK(works.document.session().pins == made.pins);
  CHECK(works.engine.body()->made_to_measure());
  REQUIRE(QFile::remove(path));
  works.document.redo();
  works.settle();
  CHECK(works.engine.body() == scan);
  CHECK(works.errors.empty());
}

TEST_CASE("A file that is no scan changes nothing and says why") {
  Works works;
  works.engine.start();
  works.settle();
  const auto before = works.engine.result();
  works.engine.open("/nowhere/scan.ply");
  REQUIRE(QTest::qWaitFor([&] { return !works.errors.empty(); }, kPatienceMs));
  CHECK(std::string(works.errors.front()->what()) == "There is no file \"/nowhere/scan.ply\".");
  CHECK(works.engine.state() == EngineState::kSettled);
  CHECK(works.engine.result() == before);
  CHECK(works.document.history().count() == 0);
}

TEST_CASE("What the person does while a scan is read wins over the scan") {
  const QTemporaryDir folder;
  const QString path = folder.filePath("somebody.ply");
  io::write_ply(path.toStdString(), bodies::built_in_person());
  Works works;
  works.engine.start();
  works.settle();
  works.engine.open(path.toStdString());
  works.choose(bodies::built_in_people()[1]);
  works.settle();
  QTest::qWait(300);
  CHECK(works.engine.body()->source == session::BodySource(bodies::built_in_people()[1].targets));
}

TEST_CASE(
    "Without networks bodies are still shown, and each time the engine says that the X-ray is missing") {
  Works works(no_networks());
  works.engine.start();
  REQUIRE(
      QTest::qWaitFor([&] { return works.engine.body() != nullptr && works.engine.limits(); }, kPatienceMs));
  CHECK(works.engine.state() == EngineState::kFailed);
  const std::size_t told = works.errors.size();
  REQUIRE(told > 0);
  works.choose(bodies::built_in_people()[1]);
  REQUIRE(QTest::qWaitFor([&] { return works.errors.size() > told; }, kPatienceMs));
  CHECK(works.engine.body()->source == session::BodySource(bodies::built_in_people()[1].targets));
  bool saved = false;
  const std::size_t before = works.errors.size();
  works.engine.when_settled([&](const Result&) { saved = true; });
  CHECK_FALSE(saved);
  CHECK(works.errors.size() > before);  // whoever waits for an X-ray hears that none will come
}

TEST_CASE("Sizes that no body has leave the last body, say why, and the loop comes to rest") {
  Works works;
  works.engine.start();
  works.settle();
  const auto good = works.engine.body();
  bodies::SizeTargets impossible{bodies::Sex::kMale, {}};
  impossible[bodies::BodySize::kWaist] = 700;
  impossible[bodies::BodySize::kWeight] = 140;
  works.document.edit("Sizes", [&](session::Session& s) { s.body = impossible; });
  works.settle();
  CHECK(works.engine.body() == good);
  REQUIRE(works.engine.body_error());
  works.document.undo();
  works.settle();
  CHECK_FALSE(works.engine.body_error());
}

TEST_CASE("Opening two files, the second of which is none, changes nothing") {
  const QTemporaryDir folder;
  const QString path = folder.filePath("somebody.ply");
  io::write_ply(path.toStdString(), bodies::built_in_person());
  Works works;
  works.engine.start();
  works.settle();
  const auto before = works.engine.body();
  works.engine.open(path.toStdString());
  QTest::qSleep(400);  // it is read, and its answer waits for the event loop
  works.engine.open("/nowhere/scan.ply");
  REQUIRE(QTest::qWaitFor([&] { return !works.errors.empty(); }, kPatienceMs));
  works.settle();
  CHECK(works.engine.body() == before);
  CHECK(works.document.history().count() == 0);
}

TEST_CASE("A bad file opened while a body is being made does not lose that body") {
  Works works;
  works.engine.start();
  works.settle();
  works.choose(bodies::built_in_people()[1]);
  works.engine.open("/nowhere/scan.ply");
  works.settle();
  CHECK(works.engine.body()->source == session::BodySource(bodies::built_in_people()[1].targets));
}

TEST_CASE("A person chosen while the networks load wins over the scan of the start") {
  const QTemporaryDir folder;
  const QString path = folder.filePath("somebody.ply");
  io::write_ply(path.toStdString(), bodies::built_in_person());
  Works works;
  works.engine.start(path.toStdString());
  const session::BodySource woman = bodies::built_in_people()[1].targets;
  works.document.edit("Choose", [&](session::Session& s) { s.body = woman; });
  works.settle();
  QTest::qWait(300);
  CHECK(works.engine.body()->source == woman);
}

TEST_CASE("Without networks a body can still be saved") {
  Works works(no_networks());
  works.engine.start();
  REQUIRE(QTest::qWaitFor([&] { return works.engine.body() != nullptr; }, kPatienceMs));
  bool called = false;
  works.engine.when_body_ready([&](const auto& body) { called = body == works.engine.body(); });
  CHECK(called);
}
