#include "ui/xray/tools/measure_tool.h"

#include <catch2/catch.hpp>

#include "tests/ui/window.h"
#include "ui/xray/tools/view_tools.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);
constexpr QPoint kFrom(200, 300), kTo(260, 380);

void drag(QWidget& view, Qt::KeyboardModifiers modifiers = {}) {
  QTest::mousePress(&view, Qt::LeftButton, modifiers, kFrom);
  QTest::mouseMove(&view, kTo);
  QTest::mouseRelease(&view, Qt::LeftButton, modifiers, kTo);
}

double length(const session::Measurement& measured) {
  return norm(measured.to - measured.from);
}

}  // namespace

TEST_CASE(
    "D and a drag measure a distance in mm, which is one undo step; Esc removes it and ends measuring") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  const double mm = 100 / view.geometry_now().zoom() * test->body().surface->placement.mm_per_px();
  const auto before = test->app.engine.result();
  const QImage plain = view.grab().toImage();
  QTest::keyClick(&view, Qt::Key_D);
  drag(view);
  REQUIRE(test->session().measurement);
  CHECK(length(*test->session().measurement) == Approx(mm));
  CHECK(view.grab().toImage() != plain);
  CHECK(test->app.engine.result() == before);  // nothing to compute
  CHECK(test->steps() == 1);
  test->app.document.undo();
  CHECK_FALSE(test->session().measurement);
  test->app.document.redo();
  QTest::keyClick(&view, Qt::Key_Escape);
  CHECK_FALSE(test->session().measurement);
  CHECK(test->app.selection.tool() == Selection::Tool::kMove);
  CHECK_FALSE(test->window.findChild<QAction*>("measure")->isChecked());
  test->app.document.undo();
  CHECK(test->session().measurement);
}

TEST_CASE("Ctrl and a drag measure at once, also where a marker lies") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  const QPoint from = test->in_pane(test->marker(kLiverTop).position);
  QTest::mousePress(&view, Qt::LeftButton, Qt::ControlModifier, from);
  QTest::mouseMove(&view, from + QPoint(30, 0));
  QTest::mouseRelease(&view, Qt::LeftButton, Qt::ControlModifier, from + QPoint(30, 0));
  CHECK(test->session().measurement);
  CHECK_FALSE(any_pinned(test->session()));
}

TEST_CASE("Esc during the drag takes it back, and a measurement stays where it is in the body when zoomed") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  drag(view, Qt::ControlModifier);
  const session::Measurement measured = *test->session().measurement;
  QTest::mousePress(&view, Qt::LeftButton, Qt::ControlModifier, {50, 50});
  QTest::mouseMove(&view, {300, 300});
  QTest::keyClick(&view, Qt::Key_Escape);
  CHECK(test->session().measurement == measured);
  QTest::mouseRelease(&view, Qt::LeftButton, {}, {300, 300});
  CHECK(test->session().measurement == measured);
  zoom_at(test->app.document, view.geometry_now(), {100, 100}, 2);
  CHECK(test->session().measurement == measured);
  choose_person(test->app, bodies::built_in_people()[1]);
  CHECK_FALSE(test->session().measurement);
}
