#include "ui/body/body_marker_drag.h"

#include <QLineF>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"
#include "ui/body/body_markers.h"
#include "ui/body/body_view.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

BodyView& body_view(TestWindow& test) {
  BodyView& view = *test.window.findChild<BodyView*>();
  view.catch_up();
  return view;
}

QPointF liver_top(TestWindow& test) {
  const auto at = body_view(test).projection().to_pane(marker_places(test.app)[kLiverTop]);
  REQUIRE(at);
  return *at;
}

void move_pressed(QWidget& view, QPointF at) {
  QMouseEvent event(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
  QApplication::sendEvent(&view, &event);
}

}  // namespace

TEST_CASE("A marker dragged on the body stays under the mouse, is pinned there, and the X-ray follows") {
  const auto test = settled_window();
  const std::vector<float> picture = test->pixels();
  const QPointF from = liver_top(*test), to = from + QPointF(12, 25);
  BodyView& view = body_view(*test);
  QTest::mousePress(&view, Qt::LeftButton, {}, from.toPoint());
  for (int step = 1; step <= 5; ++step) move_pressed(view, from + (to - from) * (step / 5.0));
  CHECK(QLineF(liver_top(*test), to).length() < 2);
  CHECK(test->marker(kLiverTop).pinned);
  QTest::mouseRelease(&view, Qt::LeftButton, {}, to.toPoint());
  CHECK(test->steps() == 1);
  CHECK(test->app.document.history().undoText().startsWith("Move Liver top "));
  REQUIRE(test->at_rest());
  CHECK(difference(test->pixels(), picture) > 1);
  CHECK_FALSE(test->session().view.camera);
}

TEST_CASE("Seen from the side a marker moves along the body alone") {
  const auto test = settled_window();
  test->window.findChild<QAction*>("left")->trigger();
  const QPointF from = liver_top(*test);
  const Pixel before = test->marker(kLiverTop).position;
  BodyView& view = body_view(*test);
  QTest::mousePress(&view, Qt::LeftButton, {}, from.toPoint());
  move_pressed(view, from + QPointF(30, 25));
  const Pixel after = test->marker(kLiverTop).position;
  CHECK(after.row > before.row + 2);
  CHECK(std::abs(after.column - before.column) < 2);
  QTest::mouseRelease(&view, Qt::LeftButton, {}, (from + QPointF(30, 25)).toPoint());
}

TEST_CASE("Esc takes a drag on the body back; a click selects and changes nothing; a locked marker stays") {
  const auto test = settled_window();
  const QPointF from = liver_top(*test);
  BodyView& view = body_view(*test);
  QTest::mouseClick(&view, Qt::LeftButton, {}, from.toPoint());
  CHECK(test->app.selection.selected() == kLiverTop);
  CHECK(test->steps() == 0);
  QTest::mousePress(&view, Qt::LeftButton, {}, from.toPoint());
  move_pressed(view, from + QPointF(0, 20));
  REQUIRE(test->marker(kLiverTop).pinned);
  QTest::keyClick(&view, Qt::Key_Escape);
  move_pressed(view, from + QPointF(0, 30));  // the button is still down
  QTest::mouseRelease(&view, Qt::LeftButton, {}, from.toPoint());
  CHECK_FALSE(test->marker(kLiverTop).pinned);
  CHECK(test->steps() == 0);

  set_locked(test->app, kLiverTop, true);
  QStringList told;
  QObject::connect(&test->app.selection, &Selection::told, [&](const QString& text) { told += text; });
  QTest::mousePress(&view, Qt::LeftButton, {}, from.toPoint());
  move_pressed(view, from + QPointF(0, 20));
  QTest::mouseRelease(&view, Qt::LeftButton, {}, from.toPoint());
  CHECK_FALSE(test->marker(kLiverTop).pinned);
  CHECK(told.size() == 1);
}
