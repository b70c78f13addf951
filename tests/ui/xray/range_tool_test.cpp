#include "ui/xray/tools/range_tool.h"

#include <QStatusBar>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/ui/window.h"
#include "ui/xray/tools/view_tools.h"

using namespace skiagraph;
using namespace skiagraph::ui;
using scan_range::Line;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

XrayView& view_of(TestWindow& test) {
  return test.window.xray_view();
}

RangeShape shape(TestWindow& test) {
  const auto found = range_shape(test.app, view_of(test).geometry_now());
  REQUIRE(found);
  return *found;
}

scan_range::Box box(const TestWindow& test) {
  return shown_range(test.app)->box;
}

double mm_per_pane_px(TestWindow& test) {
  return test.body().surface->placement.mm_per_px() / view_of(test).geometry_now().zoom();
}

/// A place of a line where no marker lies: a third of the way from its first end.
QPoint on(const RangeShape& shape, Line line) {
  return shape.line(line).pointAt(0.08).toPoint();
}

void drag(QWidget& view, QPoint from, QPoint by, Qt::KeyboardModifiers modifiers = {}) {
  QTest::mousePress(&view, Qt::LeftButton, modifiers, from);
  // The modifiers of a move are those of the event.
  QMouseEvent move(QEvent::MouseMove, QPointF(from + by), view.mapToGlobal(QPointF(from + by)), Qt::NoButton,
                   Qt::LeftButton, modifiers);
  QApplication::sendEvent(&view, &move);
  QTest::mouseRelease(&view, Qt::LeftButton, modifiers, from + by);
}

std::unique_ptr<TestWindow> planned_window(scan_range::Region region = scan_range::Region::kAbdomen) {
  auto test = settled_window();
  plan_range(test->app, region);
  return test;
}

double height(const TestWindow& test, int marker) {
  return test.body().surface->placement.to_patient(test.marker(marker).position, 0).z;
}

/// Mean brightness of a small square of the pane.
double brightness(XrayView& view, QPoint at) {
  const QImage image = view.grab(QRect(at - QPoint(6, 6), QSize(12, 12))).toImage();
  double sum = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) sum += qGray(image.pixel(x, y));
  return sum / (image.width() * image.height());
}

}  // namespace

TEST_CASE(
    "R plans a scan range of the chest and takes it away, each one undo step, and nothing is computed") {
  const auto test = settled_window();
  XrayView& view = view_of(*test);
  const auto before = test->app.engine.result();
  const QImage plain = view.grab().toImage();
  QTest::keyClick(&view, Qt::Key_R);
  REQUIRE(test->session().scan_range);
  CHECK(test->session().scan_range->region == scan_range::Region::kChest);
  CHECK(test->session().scan_range->automatic());
  CHECK(test->window.findChild<QAction*>("range")->isChecked());
  CHECK(view.grab().toImage() != plain);
  CHECK(test->app.engine.result() == before);
  QTest::keyClick(&view, Qt::Key_R);
  CHECK_FALSE(test->session().scan_range);
  CHECK(view.grab().toImage() == plain);
  CHECK(test->steps() == 2);
  test->app.document.undo();
  CHECK(test->session().scan_range);
  test->app.document.undo();
  CHECK_FALSE(test->session().scan_range);
}

TEST_CASE("The proposed range lies beyond its markers by their margins, and what is outside is dimmed") {
  const auto test = settled_window();
  XrayView& view = view_of(*test);
  const double grid = test->app.engine.result()->xray.frame.rows / 256.0;
  const QPoint inside = test->in_pane(Pixel{120, 104} * grid),
               outside = test->in_pane(Pixel{226, 116} * grid);
  const double lit = brightness(view, inside), below = brightness(view, outside);
  plan_range(test->app, scan_range::Region::kChest);
  const scan_range::Box chest = box(*test);
  for (const Marker marker : {Marker::kLungTopRight, Marker::kLungTopLeft})
    CHECK(chest.top_mm > height(*test, static_cast<int>(marker)));
  CHECK(brightness(view, inside) == Approx(lit).margin(8));
  CHECK(brightness(view, outside) < 0.8 * below);
}

TEST_CASE("The top is dragged up as one undo step that says how far, and the bottom stays automatic") {
  const auto test = planned_window();
  XrayView& view = view_of(*test);
  const scan_range::Box before = box(*test);
  drag(view, on(shape(*test), Line::kTop), {0, -40}, Qt::AltModifier);
  const double way = box(*test).top_mm - before.top_mm;
  CHECK(way == Approx(40 * mm_per_pane_px(*test)).margin(0.5));
  CHECK(box(*test).bottom_mm == before.bottom_mm);
  CHECK_FALSE(test->session().scan_range->bottom_mm);
  CHECK(test->steps() == 2);
  CHECK(test->app.document.history().undoText() ==
        QStringLiteral("Move the top of the scan range %1 mm up").arg(std::lround(way)));
  test->app.document.undo();
  CHECK(box(*test) == before);
  test->app.document.redo();
  CHECK(box(*test).top_mm == Approx(before.top_mm + way));
}

TEST_CASE("Bottom and sides are dragged too, and a line stops before the opposite one") {
  const auto test = planned_window();
  XrayView& view = view_of(*test);
  const scan_range::Box before = box(*test);
  drag(view, on(shape(*test), Line::kBottom), {0, 30}, Qt::AltModifier);
  CHECK(box(*test).bottom_mm < before.bottom_mm - 10);
  drag(view, on(shape(*test), Line::kLeft), {-20, 0});
  CHECK(box(*test).left_mm < before.left_mm - 10);
  drag(view, on(shape(*test), Line::kRight), {25, 0});
  CHECK(box(*test).right_mm > before.right_mm + 10);
  CHECK(test->app.document.history().undoText().contains("to the patient's left"));
  drag(view, on(shape(*test), Line::kTop), {0, 5000}, Qt::AltModifier);
  CHECK(box(*test).length_mm() == Approx(scan_range::kLeastLengthMm));
}

TEST_CASE("By its tag the whole range is moved and keeps its length") {
  const auto test = planned_window();
  XrayView& view = view_of(*test);
  const scan_range::Box before = box(*test);
  drag(view, shape(*test).tag.center().toPoint(), {2, 50});
  CHECK(box(*test).length_mm() == Approx(before.length_mm()));
  CHECK(box(*test).top_mm == Approx(before.top_mm - 50 * mm_per_pane_px(*test)).margin(0.5));
  CHECK_FALSE(test->session().scan_range->left_mm);  // a hand trembles sideways
  CHECK(test->app.document.history().undoText().startsWith("Move the scan range"));
}

TEST_CASE("An end snaps to the height of a marker near it, unless Alt is held") {
  const auto test = planned_window();
  XrayView& view = view_of(*test);
  const int carina = static_cast<int>(Marker::kCarina);
  const QPoint from = on(shape(*test), Line::kTop);
  const double to = test->in_pane(test->marker(carina).position).y() + 3;
  const QPoint by(0, static_cast<int>(std::lround(to - shape(*test).line(Line::kTop).center().y())));
  drag(view, from, by);
  CHECK(box(*test).top_mm == Approx(height(*test, carina)));
  test->app.document.undo();
  drag(view, from, by, Qt::AltModifier);
  CHECK(box(*test).top_mm != Approx(height(*test, carina)).margin(0.5));
}

TEST_CASE("Esc takes a drag of the range back, and so does Ctrl+Z while it is held") {
  const auto test = planned_window();
  XrayView& view = view_of(*test);
  const scan_range::Box before = box(*test);
  const QPoint from = on(shape(*test), Line::kBottom);
  QTest::mousePress(&view, Qt::LeftButton, {}, from);
  QTest::mouseMove(&view, from + QPoint(0, 60));
  REQUIRE(box(*test) != before);
  SECTION("Esc") {
    QTest::keyClick(&view, Qt::Key_Escape);
  }
  SECTION("Ctrl+Z") {
    test->window.findChild<QAction*>("undo")->trigger();
  }
  CHECK(box(*test) == before);
  QTest::mouseMove(&view, from + QPoint(0, 90));
  QTest::mouseRelease(&view, Qt::LeftButton, {}, from + QPoint(0, 90));
  CHECK(box(*test) == before);
  CHECK(test->steps() == 1);
}

TEST_CASE("The automatic range follows a marker under the hand; a line that was moved by hand stays") {
  const auto test = planned_window();
  const scan_range::Box before = box(*test);
  const Pixel up{-12, 0};
  test->press_and_move(kLiverTop, up);
  const double way = 12 * test->body().surface->placement.mm_per_px();
  CHECK(box(*test).top_mm == Approx(before.top_mm + way).margin(3));
  test->release(kLiverTop);
  REQUIRE(test->at_rest());
  const double top = box(*test).top_mm;
  set_range_line(test->app, Line::kTop, top + 10);
  test->press_and_move(kLiverTop, up);
  CHECK(box(*test).top_mm == top + 10);
  test->release(kLiverTop);
  REQUIRE(test->at_rest());
}

TEST_CASE("A marker that lies on a line is taken before the line") {
  const auto test = planned_window();
  set_range_line(test->app, Line::kTop, height(*test, kLiverTop));
  const int steps = test->steps();
  test->press_and_move(kLiverTop, {8, 0});
  CHECK(test->app.selection.dragged() == kLiverTop);
  QTest::keyClick(&view_of(*test), Qt::Key_Escape);
  test->release(kLiverTop);
  CHECK(test->steps() == steps);
}

TEST_CASE("The mouse shows what it would move") {
  const auto test = planned_window();
  const RangeTool tool(test->app);
  const XrayGeometry geometry = view_of(*test).geometry_now();
  const RangeShape now = shape(*test);
  CHECK(tool.cursor(now.line(Line::kTop).pointAt(0.1), geometry) == Qt::SizeVerCursor);
  CHECK(tool.cursor(now.line(Line::kLeft).pointAt(0.6), geometry) == Qt::SizeHorCursor);
  CHECK(tool.cursor(now.tag.center(), geometry) == Qt::SizeAllCursor);
  CHECK_FALSE(tool.cursor(now.box.boundingRect().center(), geometry));
}

TEST_CASE("Another person keeps the region that is asked for, without lines moved on the last one") {
  const auto test = planned_window();
  set_range_line(test->app, Line::kTop, box(*test).top_mm + 30);
  choose_person(test->app, bodies::built_in_people()[1]);
  REQUIRE(test->at_rest());
  REQUIRE(test->session().scan_range);
  CHECK(test->session().scan_range->region == scan_range::Region::kAbdomen);
  CHECK(test->session().scan_range->automatic());
  test->app.document.undo();
  CHECK(test->session().scan_range->top_mm);
}
