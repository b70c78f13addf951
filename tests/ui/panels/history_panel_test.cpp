#include <QListWidget>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

TEST_CASE("The history lists what was done, and a click goes to a state") {
  const auto test = settled_window();
  auto& list = *test->window.findChild<QListWidget*>("history");
  CHECK(list.count() == 1);
  const double px = 1 / test->body().surface->placement.mm_per_px();
  test->press_and_move(static_cast<int>(Marker::kLiverTop), {12 * px, 0});
  test->release(static_cast<int>(Marker::kLiverTop));
  REQUIRE(list.count() == 2);
  CHECK(list.item(1)->text() == test->app.document.history().undoText());
  CHECK(list.item(1)->text().startsWith("Move Liver top"));
  set_pinned(test->app, 0, true);
  test->window.findChild<QTabWidget*>("tabs")->setCurrentIndex(2);
  const session::Session last = test->session();
  const auto click = [&](int row) {
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(row)).center());
  };
  click(0);
  CHECK_FALSE(any_pinned(test->session()));
  CHECK(list.count() == 3);
  CHECK(list.currentRow() == 0);
  click(2);
  CHECK(test->session().pins == last.pins);
  test->app.document.undo();
  CHECK(list.currentRow() == 1);
  test->app.document.edit("Other", [](session::Session& s) { s.pins[5] = Pixel{200, 90}; });
  CHECK(list.count() == 3);
  CHECK(list.item(2)->text() == "Other");
  REQUIRE(test->at_rest());
}
