#include <QTableWidget>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);
constexpr int kPinColumn = 4;

void click(QTableWidget& table, int row, int column) {
  const QRect cell = table.visualItemRect(table.item(row, column));
  QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell.center());
}

}  // namespace

TEST_CASE("The table selects, and selects the same row again after it was deselected") {
  const auto test = settled_window();
  auto& table = *test->window.findChild<QTableWidget*>("marker_table");
  click(table, 3, 0);
  CHECK(test->app.selection.selected() == 3);
  QTest::mouseClick(&test->window.xray_view(), Qt::LeftButton, {}, {2, 2});  // beside every marker
  CHECK(test->app.selection.selected() == Selection::kNone);
  CHECK(table.selectedItems().isEmpty());
  click(table, 3, 0);
  CHECK(test->app.selection.selected() == 3);
  CHECK_FALSE(table.selectedItems().isEmpty());
  click(table, 5, 0);
  CHECK(test->app.selection.selected() == 5);
}

TEST_CASE("A tick pins a marker where it is, as one undo step; the button releases all") {
  const auto test = settled_window();
  auto& table = *test->window.findChild<QTableWidget*>("marker_table");
  const Pixel place = test->marker(kLiverTop).position;
  table.item(kLiverTop, kPinColumn)->setCheckState(Qt::Checked);
  CHECK(test->session().pins[kLiverTop] == place);
  CHECK(test->steps() == 1);
  REQUIRE(test->at_rest());
  test->app.document.undo();
  CHECK(table.item(kLiverTop, kPinColumn)->checkState() == Qt::Unchecked);
  test->app.document.redo();
  CHECK(table.item(kLiverTop, kPinColumn)->checkState() == Qt::Checked);
  auto* release = test->window.findChild<QAction*>("release_all");
  CHECK(release->isEnabled());
  release->trigger();
  CHECK_FALSE(any_pinned(test->session()));
  CHECK_FALSE(release->isEnabled());
}
