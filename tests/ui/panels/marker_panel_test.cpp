#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);
constexpr int kReachedColumn = 4, kPinColumn = 5, kLockColumn = 6;

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

TEST_CASE("A tick locks a marker, as one undo step; then its pin stays, whatever is clicked") {
  const auto test = settled_window();
  auto& table = *test->window.findChild<QTableWidget*>("marker_table");
  table.item(kLiverTop, kLockColumn)->setCheckState(Qt::Checked);
  CHECK(test->session().locks[kLiverTop]);
  CHECK(test->steps() == 1);
  table.item(kLiverTop, kPinColumn)->setCheckState(Qt::Checked);
  CHECK(table.item(kLiverTop, kPinColumn)->checkState() == Qt::Unchecked);
  CHECK_FALSE(any_pinned(test->session()));
  CHECK(test->steps() == 1);
  test->app.document.undo();
  CHECK(table.item(kLiverTop, kLockColumn)->checkState() == Qt::Unchecked);
}

TEST_CASE("The table tells how far from its pin the network reads a marker") {
  const auto test = settled_window();
  auto& table = *test->window.findChild<QTableWidget*>("marker_table");
  CHECK(table.item(kLiverTop, kReachedColumn)->text().isEmpty());
  test->press_and_move(kLiverTop, {30, 10});
  test->release(kLiverTop);
  REQUIRE(test->at_rest());
  const inference::MarkerEstimate marker = test->marker(kLiverTop);
  const double mm = norm(marker.answer - marker.position) * test->body().surface->placement.mm_per_px();
  CHECK(table.item(kLiverTop, kReachedColumn)->text() == QString::number(mm, 'f', 0));
}

TEST_CASE("A group's tick hides its markers in the pane and greys their rows; it is not undone") {
  const auto test = settled_window();
  auto& table = *test->window.findChild<QTableWidget*>("marker_table");
  auto* liver = test->window.findChild<QCheckBox*>("group_liver");
  CHECK(liver->isChecked());
  QTest::mouseClick(liver, Qt::LeftButton, {}, QPoint(8, liver->height() / 2));
  CHECK(test->session().view.hidden_groups[static_cast<std::size_t>(MarkerGroup::kLiver)]);
  CHECK_FALSE(table.item(kLiverTop, 0)->flags().testFlag(Qt::ItemIsEnabled));
  CHECK(table.item(0, 0)->flags().testFlag(Qt::ItemIsEnabled));
  CHECK(test->steps() == 0);
  liver->setFocus();
  QTest::keyClick(liver, Qt::Key_Space);
  CHECK(test->session().view.hidden_groups == session::HiddenGroups{});
  CHECK(table.item(kLiverTop, 0)->flags().testFlag(Qt::ItemIsEnabled));
}

TEST_CASE("The table tells of no change where there is none") {
  const auto test = settled_window();
  auto& table = *test->window.findChild<QTableWidget*>("marker_table");
  QSignalSpy changes(table.model(), &QAbstractItemModel::dataChanged);
  test->app.document.set_view([](session::View& view) { view.margins = true; });
  CHECK(changes.isEmpty());
  set_pinned(test->app, kLiverTop, true);
  CHECK_FALSE(changes.isEmpty());
}

TEST_CASE("The buttons release the selected marker, and all of them") {
  const auto test = settled_window();
  auto* release = test->window.findChild<QPushButton*>("release_button");
  set_pinned(test->app, 0, true);
  set_pinned(test->app, kLiverTop, true);
  CHECK_FALSE(release->isEnabled());
  test->app.selection.select(kLiverTop);
  CHECK(release->isEnabled());
  QTest::mouseClick(release, Qt::LeftButton);
  CHECK(test->session().pins[0]);
  CHECK_FALSE(test->session().pins[kLiverTop]);
  CHECK_FALSE(release->isEnabled());
}
