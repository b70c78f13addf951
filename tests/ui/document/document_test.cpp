#include "ui/document/document.h"

#include <QSignalSpy>
#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

Document::Change pin(std::size_t marker, double row) {
  return [=](session::Session& session) { session.pins[marker] = Pixel{row, 50}; };
}

std::optional<double> row(const Document& document, std::size_t marker) {
  const auto& pin = document.session().pins[marker];
  return pin ? std::optional(pin->row) : std::nullopt;
}

}  // namespace

TEST_CASE("Every edit is one undo step that brings the whole session back") {
  Document document;
  const session::Session first = document.session();
  document.edit("Move one", pin(1, 10));
  const session::Session second = document.session();
  document.edit("Move two", [](session::Session& session) {
    session.pins[2] = Pixel{20, 20};
    session.body = session::ScanSource{"/scans/a.ply", "ab", {}};
  });
  CHECK(document.history().undoText() == "Move two");
  const session::Session third = document.session();
  document.undo();
  CHECK(document.session() == second);
  document.undo();
  CHECK(document.session() == first);
  document.undo();  // there is nothing left
  CHECK(document.session() == first);
  document.redo();
  document.redo();
  CHECK(document.session() == third);
}

TEST_CASE("An edit without a difference is no step and keeps what can be redone") {
  Document document;
  document.edit("Move", pin(1, 10));
  document.undo();
  document.edit("Nothing", [](session::Session&) {});
  CHECK(document.history().count() == 1);
  CHECK(document.history().canRedo());
}

TEST_CASE("Edits in a row with one merge key are one step; another key or another edit ends it") {
  Document document;
  for (int n = 1; n <= 30; ++n) document.edit("Nudge", pin(1, n), "key 1");
  CHECK(document.history().count() == 1);
  document.edit("Nudge", pin(1, 31), "key 2");
  document.edit("Move", pin(2, 5));
  document.edit("Nudge", pin(1, 32), "key 2");
  CHECK(document.history().count() == 4);
  document.undo();
  document.undo();
  document.undo();
  CHECK(row(document, 1) == 30);
  document.undo();
  CHECK_FALSE(row(document, 1));
}

TEST_CASE("Merged edits that come back to where they began leave no step") {
  Document document;
  document.edit("Move", pin(1, 10));
  document.edit("Nudge", pin(1, 11), "key 1");
  document.edit("Nudge", pin(1, 10), "key 1");
  CHECK(document.history().count() == 1);
}

TEST_CASE("A drag is seen at once and is one step when it is committed") {
  Document document;
  document.edit("Move", pin(1, 10));
  const auto drag = document.begin_preview();
  for (int n = 11; n <= 40; ++n) {
    document.preview(drag, pin(1, n));
    CHECK(row(document, 1) == n);
  }
  CHECK(document.previewing());
  CHECK(document.history().count() == 1);
  document.commit(drag, "Drag");
  CHECK_FALSE(document.previewing());
  CHECK(document.history().count() == 2);
  document.undo();
  CHECK(row(document, 1) == 10);
  document.redo();
  CHECK(row(document, 1) == 40);
}

TEST_CASE("A cancelled drag, and one that moves nothing, leave no trace") {
  Document document;
  const auto cancelled = document.begin_preview();
  document.preview(cancelled, pin(1, 10));
  document.cancel(cancelled);
  CHECK_FALSE(row(document, 1));
  const auto idle = document.begin_preview();
  document.commit(idle, "Drag");
  CHECK(document.history().count() == 0);
}

TEST_CASE("Undo while something is dragged takes back the drag alone, and the drag is over") {
  Document document;
  document.edit("Move", pin(1, 10));
  const auto drag = document.begin_preview();
  document.preview(drag, pin(2, 20));
  document.undo();
  CHECK_FALSE(row(document, 2));
  CHECK(row(document, 1) == 10);
  document.preview(drag, pin(2, 30));  // the hand still moves
  document.commit(drag, "Drag");
  CHECK_FALSE(row(document, 2));
  CHECK(document.history().count() == 1);
}

TEST_CASE("Another edit during a drag takes the drag back first") {
  Document document;
  const auto drag = document.begin_preview();
  document.preview(drag, pin(2, 20));
  document.edit("Another body", [](session::Session& session) {
    session.body = session::ScanSource{"/scans/a.ply", "ab", {}};
    session.pins = {};
  });
  document.preview(drag, pin(2, 30));
  CHECK_FALSE(row(document, 2));
  document.undo();
  CHECK_FALSE(row(document, 2));  // what was only dragged is not history
}

TEST_CASE("How a person looks at it is kept through undo, and is no step") {
  Document document;
  document.edit("Move", pin(1, 10));
  document.set_view([](session::View& view) { view.side = session::BodySide::kBack; });
  CHECK(document.history().count() == 1);
  document.undo();
  CHECK(document.session().view.side == session::BodySide::kBack);
  document.redo();
  CHECK(document.session().view.side == session::BodySide::kBack);
  const auto drag = document.begin_preview();
  document.preview(drag, pin(1, 30));
  document.set_view([](session::View& view) { view.side = session::BodySide::kLeft; });
  document.cancel(drag);
  CHECK(document.session().view.side == session::BodySide::kLeft);
}

TEST_CASE("Who listens sees the session before and after, and the history as it is then") {
  Document document;
  std::vector<std::pair<std::optional<double>, std::optional<double>>> seen;
  QObject::connect(&document, &Document::changed, [&](const session::Session& before) {
    seen.emplace_back(before.pins[1] ? std::optional(before.pins[1]->row) : std::nullopt, row(document, 1));
  });
  bool can_undo = false;
  QObject::connect(&document, &Document::history_changed, [&] { can_undo = document.history().canUndo(); });
  document.edit("Move", pin(1, 10));
  CHECK(can_undo);
  document.undo();
  CHECK_FALSE(can_undo);
  REQUIRE(seen.size() == 2);
  CHECK(seen[0] == std::pair<std::optional<double>, std::optional<double>>(std::nullopt, 10.0));
  CHECK(seen[1] == std::pair<std::optional<double>, std::optional<double>>(10.0, std::nullopt));
}

TEST_CASE(
    "A document knows whether all is saved, whatever was undone and whoever edits while it is written") {
  Document document;
  int told = 0;
  QObject::connect(&document, &Document::file_changed, [&] { ++told; });
  CHECK_FALSE(document.modified());
  document.edit("Move", pin(1, 10));
  CHECK(document.modified());
  CHECK(told == 1);
  const session::Session written = document.session();
  document.edit("Move", pin(1, 11));
  document.mark_saved(written, "/a.skiagraph");  // the edit came while the file was written
  CHECK(document.file() == "/a.skiagraph");
  CHECK(document.modified());
  document.mark_saved(document.session(), "/a.skiagraph");
  CHECK_FALSE(document.modified());
  document.undo();
  CHECK(document.modified());
  document.redo();
  CHECK_FALSE(document.modified());
  document.set_view([](session::View& view) { view.side = session::BodySide::kBack; });
  CHECK_FALSE(document.modified());
}

TEST_CASE("A drag that goes on while the session is saved is not in the file, and is not lost") {
  Document document;
  document.edit("Move", pin(1, 10));
  const auto drag = document.begin_preview();
  document.preview(drag, pin(1, 20));
  const session::Session written = document.committed();
  CHECK(written.pins[1]->row == 10);
  document.mark_saved(written, "/a.skiagraph");
  CHECK_FALSE(document.modified());
  document.commit(drag, "Drag");
  CHECK(document.modified());
}

TEST_CASE("A session that begins takes the place of the other, with its own view and without history") {
  Document document;
  document.edit("Move", pin(1, 10));
  session::Session other;
  other.pins[2] = Pixel{20, 20};
  other.view.side = session::BodySide::kBack;
  document.begin(other, "/b.skiagraph");
  CHECK(document.session() == other);
  CHECK(document.history().count() == 0);
  CHECK(document.file() == "/b.skiagraph");
  CHECK_FALSE(document.modified());
  document.begin(other, {}, true);
  CHECK(document.modified());
  CHECK(document.file().empty());
}

TEST_CASE("Every state of the history can be gone to, and listeners see one change") {
  Document document;
  for (int n = 1; n <= 5; ++n) document.edit("Move", pin(1, n));
  int changes = 0;
  QObject::connect(&document, &Document::changed, [&] { ++changes; });
  document.go_to(2);
  CHECK(row(document, 1) == 2);
  document.go_to(5);
  CHECK(row(document, 1) == 5);
  document.go_to(0);
  CHECK_FALSE(row(document, 1));
  CHECK(changes == 3);
  const auto drag = document.begin_preview();
  document.preview(drag, pin(2, 20));
  document.go_to(1);
  CHECK(row(document, 1) == 1);
  CHECK_FALSE(row(document, 2));
}

TEST_CASE("The text of merged edits is that of the last") {
  Document document;
  document.edit("Move 1 mm", pin(1, 11), "key 1");
  document.edit("Move 2 mm", pin(1, 12), "key 1");
  CHECK(document.history().undoText() == "Move 2 mm");
}

TEST_CASE("Networks of another frame find the pins at the same places, also those that undo brings back") {
  Document document;
  document.edit("Move", pin(1, 100));
  document.edit("Move", pin(1, 120));
  document.set_frame(geometry::refined(geometry::CanonicalFrame{}, 2));
  CHECK(row(document, 1) == Approx(240.5));
  document.undo();
  CHECK(row(document, 1) == Approx(200.5));
  document.edit("Move", pin(1, 300));
  CHECK(row(document, 1) == 300);
}

TEST_CASE("A scan that was found elsewhere is there in every state of the history") {
  session::Session scan;
  scan.body = session::ScanSource{"/old/a.ply", "ab", {}};
  Document document;
  document.begin(scan, "/a.skiagraph");
  document.edit("Turn", [](session::Session& session) {
    std::get<session::ScanSource>(session.body).overrides.axes = geometry::ScanAxes{"+z", "+y"};
  });
  document.mark_saved(document.session(), "/a.skiagraph");
  document.relocate_scan("ab", "/new/a.ply");
  const auto path = [&] { return std::get<session::ScanSource>(document.session().body).path; };
  CHECK(path() == "/new/a.ply");
  CHECK(document.modified());  // the file does not know it yet
  CHECK(document.history().count() == 1);
  document.undo();
  CHECK(path() == "/new/a.ply");
}
