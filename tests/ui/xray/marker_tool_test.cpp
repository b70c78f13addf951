#include "ui/xray/tools/marker_tool.h"

#include <QLocale>
#include <QStatusBar>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

double distance(Pixel a, Pixel b) {
  return norm(a - b);
}

/// As when the system repeats a key that is held down.
void hold_key(QWidget& view, int key, int repeats) {
  for (int n = 0; n < repeats; ++n) {
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, {}, n > 0);
    QApplication::sendEvent(&view, &event);
  }
  QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
  QApplication::sendEvent(&view, &up);
}

}  // namespace

TEST_CASE("A marker under the hand moves at once, the X-ray follows, and the window keeps answering") {
  const auto test = settled_window();
  const Pixel before = test->marker(kLiverTop).position;
  const std::vector<float> picture = test->pixels();
  int turns_while_settling = 0;  // of the event loop
  QTimer clock;
  QObject::connect(&clock, &QTimer::timeout, [&] {
    if (test->app.engine.state() == EngineState::kSettling) ++turns_while_settling;
  });
  clock.start(0);

  XrayView& view = test->window.xray_view();
  QTest::mousePress(&view, Qt::LeftButton, {}, test->in_pane(before));
  CHECK(test->app.selection.dragged() == kLiverTop);
  Pixel aim = before;
  for (int step = 0; step < 10; ++step) {
    aim.row += 1;
    QTest::mouseMove(&view, test->in_pane(aim));
    CHECK(distance(test->marker(kLiverTop).position, aim) < 1);  // before any network has answered
    QTest::qWait(20);
  }
  QTest::mouseRelease(&view, Qt::LeftButton, {}, test->in_pane(aim));
  REQUIRE(test->at_rest());
  CHECK(turns_while_settling > 0);
  CHECK(distance(test->marker(kLiverTop).position, aim) < 1);
  CHECK(test->marker(kLiverTop).pinned);
  CHECK(difference(test->pixels(), picture) > 1);
  CHECK(test->steps() == 1);

  test->app.document.undo();
  CHECK_FALSE(test->marker(kLiverTop).pinned);
  REQUIRE(test->at_rest());
  CHECK(distance(test->marker(kLiverTop).position, before) < 0.5);
}

TEST_CASE("Escape takes a drag back, and so does Ctrl+Z while the marker is held") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  test->press_and_move(kLiverTop, {8, 0});
  REQUIRE(test->marker(kLiverTop).pinned);
  SECTION("Escape") {
    QTest::keyClick(&view, Qt::Key_Escape);
  }
  SECTION("Ctrl+Z") {
    test->window.findChild<QAction*>("undo")->trigger();
  }
  CHECK_FALSE(test->marker(kLiverTop).pinned);
  CHECK(test->app.selection.dragged() == Selection::kNone);
  const Pixel place = test->marker(kLiverTop).position;
  QTest::mouseMove(&view, test->in_pane(place + Pixel{20, 0}));  // the button is still down
  test->release(kLiverTop);
  CHECK_FALSE(any_pinned(test->session()));
  CHECK(test->steps() == 0);
  REQUIRE(test->at_rest());
}

TEST_CASE("Another person chosen during a drag ends it, and undo brings no pin of it back") {
  const auto test = settled_window();
  test->press_and_move(kLiverTop, {8, 0});
  choose_person(test->app, bodies::built_in_people()[1]);
  REQUIRE(test->at_rest());
  QTest::mouseMove(&test->window.xray_view(), test->in_pane({150, 90}));
  test->release(kLiverTop);
  CHECK_FALSE(any_pinned(test->session()));
  test->app.document.undo();
  REQUIRE(test->at_rest());
  CHECK_FALSE(any_pinned(test->session()));
}

TEST_CASE("When the mouse's release is lost, the marker does not stay glued to the mouse") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  test->press_and_move(kLiverTop, {8, 0});
  const Pixel held = test->marker(kLiverTop).position;
  QMouseEvent move(QEvent::MouseMove, QPointF(test->in_pane(held + Pixel{30, 30})),
                   view.mapToGlobal(QPointF(0, 0)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
  QApplication::sendEvent(&view, &move);
  CHECK(test->marker(kLiverTop).position == held);
  CHECK(test->app.selection.dragged() == Selection::kNone);
  CHECK(test->steps() == 1);
  CHECK_FALSE(test->app.document.previewing());
}

TEST_CASE("Arrow keys move the selected marker by 1 mm, with Shift by 10; a held key is one undo step") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  const double px = 1 / test->body().surface->placement.mm_per_px();
  test->app.selection.select(kLiverTop);
  const Pixel start = test->marker(kLiverTop).position;
  hold_key(view, Qt::Key_Down, 30);
  CHECK(test->marker(kLiverTop).position.row == Approx(start.row + 30 * px));
  CHECK(test->steps() == 1);
  hold_key(view, Qt::Key_Right, 1);
  CHECK(test->steps() == 2);
  QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
  CHECK(test->marker(kLiverTop).position.row == Approx(start.row + 20 * px));
  CHECK(test->marker(kLiverTop).position.column == Approx(start.column + px));
  CHECK(test->steps() == 3);
  for (int n = 0; n < 3; ++n) test->app.document.undo();
  CHECK_FALSE(any_pinned(test->session()));
}

TEST_CASE("A marker cannot be dragged out of the picture") {
  const auto test = settled_window();
  test->press_and_move(kLiverTop, {-4000, 9000});
  CHECK(test->marker(kLiverTop).position == Pixel{0, test->app.engine.frame().columns - 1.0});
  test->release(kLiverTop);
  CHECK(test->at_rest());
}

TEST_CASE("Undo says how far a marker went, and in which direction") {
  const auto test = settled_window();
  const double mm_per_px = test->body().surface->placement.mm_per_px();
  const auto undo_text = [&] { return test->app.document.history().undoText(); };
  const Pixel start = test->marker(kLiverTop).position;
  test->press_and_move(kLiverTop, {12, 3});
  test->release(kLiverTop);
  const double rows = test->marker(kLiverTop).position.row - start.row;
  const auto mm = std::lround(rows * mm_per_px);
  CHECK(mm > 10);
  CHECK(undo_text() == QString("Move Liver top %1 mm down").arg(mm));
  test->app.selection.select(kLiverTop);
  hold_key(test->window.xray_view(), Qt::Key_Right, 7);
  CHECK(undo_text() == "Move Liver top 7 mm to the patient's left");
  QTest::keyClick(&test->window.xray_view(), Qt::Key_Up, Qt::ShiftModifier);
  CHECK(undo_text() == "Move Liver top 10 mm up");
}

TEST_CASE(
    "A locked marker can be selected, but neither dragged nor nudged nor released, and one sentence says "
    "so") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  QStringList told;
  QObject::connect(&test->app.selection, &Selection::told, [&](const QString& text) { told += text; });
  set_pinned(test->app, kLiverTop, true);
  set_locked(test->app, kLiverTop, true);
  CHECK(test->app.document.history().undoText() == "Lock Liver top");
  const session::Session locked = test->session();
  test->press_and_move(kLiverTop, {12, 3});
  test->release(kLiverTop);
  CHECK(test->app.selection.selected() == kLiverTop);
  CHECK(told.size() == 1);
  hold_key(view, Qt::Key_Down, 1);
  set_pinned(test->app, kLiverTop, false);
  CHECK(told.size() == 3);
  CHECK(told.front().startsWith("Liver top is locked"));
  CHECK(test->window.statusBar()->currentMessage() == told.back());
  release_all_markers(test->app.document);
  CHECK(test->session() == locked);
  QTest::keyClick(&view, Qt::Key_K);
  CHECK_FALSE(test->session().locks[kLiverTop]);
  hold_key(view, Qt::Key_Down, 1);
  CHECK(test->session().pins != locked.pins);
  for (int n = 0; n < 4; ++n) test->app.document.undo();
  CHECK_FALSE(test->session().locks[kLiverTop]);
  CHECK_FALSE(any_pinned(test->session()));
}

TEST_CASE("A hidden marker cannot be grabbed or nudged") {
  const auto test = settled_window();
  test->app.selection.select(kLiverTop);
  const QImage all = test->window.xray_view().grab().toImage();
  show_group(test->app, MarkerGroup::kLiver, false);
  CHECK(test->window.xray_view().grab().toImage() != all);
  CHECK(test->app.selection.selected() == Selection::kNone);
  test->press_and_move(kLiverTop, {12, 3});
  CHECK(test->app.selection.dragged() == Selection::kNone);
  test->release(kLiverTop);
  test->app.selection.select(kLiverTop);
  hold_key(test->window.xray_view(), Qt::Key_Down, 1);
  CHECK(test->steps() == 0);
  show_group(test->app, MarkerGroup::kLiver, true);
  test->press_and_move(kLiverTop, {12, 3});
  test->release(kLiverTop);
  CHECK(test->steps() == 1);
}

TEST_CASE("P pins the selected marker where it is and Delete releases it") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  test->app.selection.select(kLiverTop);
  const Pixel place = test->marker(kLiverTop).position;
  QTest::keyClick(&view, Qt::Key_P);
  CHECK(test->session().pins[kLiverTop] == place);
  QTest::keyClick(&view, Qt::Key_Delete);
  CHECK_FALSE(any_pinned(test->session()));
  CHECK(test->steps() == 2);
}

TEST_CASE("Nothing can be dragged, nudged or pinned before the first X-ray") {
  TestWindow test(no_networks(), shipped_bodies());
  test.start();
  REQUIRE(test.message_comes());
  QTest::mouseClick(&test.window.xray_view(), Qt::LeftButton, {}, {100, 100});
  QTest::keyClick(&test.window.xray_view(), Qt::Key_Down);
  set_pinned(test.app, kLiverTop, true);
  CHECK(test.steps() == 0);
}
