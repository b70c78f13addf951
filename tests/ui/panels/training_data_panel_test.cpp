#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/session/session_json.h"
#include "tests/ui/person.h"
#include "tests/ui/window.h"
#include "ui/app/annotation_edits.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

/// A window in which points are marked by the mouse.
struct MarkingWindow {
  std::unique_ptr<TestWindow> test = settled_window();
  XrayView& view = test->window.xray_view();

  MarkingWindow() { qputenv("SKIAGRAPH_CLI", SKIAGRAPH_CLI); }
  MarkingWindow(const MarkingWindow&) = delete;
  MarkingWindow& operator=(const MarkingWindow&) = delete;
  ~MarkingWindow() { qunsetenv("SKIAGRAPH_CLI"); }

  template <class Widget>
  [[nodiscard]] Widget& find(const char* name) {
    auto* widget = test->window.findChild<Widget*>(name);
    REQUIRE(widget != nullptr);
    return *widget;
  }
  /// At the middle of the liver's dome, so many pixels beside the marker.
  void mark(int beside) {
    if (!is_annotating()) QTest::keyClick(&view, Qt::Key_A);
    QTest::mouseClick(&view, Qt::LeftButton, {}, dome(beside));
  }
  [[nodiscard]] QPoint dome(int beside) {
    return test->in_pane(test->marker(kLiverTop).position + Pixel{0, static_cast<double>(beside)});
  }
  [[nodiscard]] bool is_annotating() const {
    return test->app.selection.tool() == Selection::Tool::kAnnotate;
  }
  [[nodiscard]] Pixel place(const char* name) const {
    for (const ShownAnnotation& shown : shown_annotations(test->app))
      if (shown.name == name) return shown.place.place;
    FAIL(name << " is not there");
    return {};
  }
  [[nodiscard]] PlaceState state(const char* name) const {
    for (const ShownAnnotation& shown : shown_annotations(test->app))
      if (shown.name == name) return shown.place.state;
    return PlaceState::kSought;
  }
  void show_panel() {
    QWidget* panel = find<QTableWidget>("annotation_table").parentWidget();
    for (auto* tabs : test->window.findChildren<QTabWidget*>())
      if (tabs->indexOf(panel) >= 0) tabs->setCurrentWidget(panel);
    REQUIRE(panel->isVisible());
  }
  void click(const char* name) {
    auto& button = find<QPushButton>(name);
    REQUIRE(QTest::qWaitFor([&] { return button.isEnabled() && button.isVisible(); }, kPatienceMs));
    QTest::mouseClick(&button, Qt::LeftButton);
  }
};

nlohmann::json keypoints(const QString& folder) {
  return nlohmann::json::parse(content(folder + "/keypoints.json").toStdString());
}

}  // namespace

TEST_CASE("A and clicks mark points, which drags move; each is one undo step; Esc ends marking") {
  MarkingWindow marking;
  const QImage plain = marking.view.grab().toImage();
  marking.mark(0);
  marking.mark(20);
  CHECK(marking.test->session().annotations.size() == 2);
  CHECK(marking.test->steps() == 2);
  CHECK(marking.view.grab().toImage() != plain);
  CHECK(marking.find<QTableWidget>("annotation_table").rowCount() == 2);

  const QPoint from = marking.dome(0), to = from + QPoint(0, 30);
  const Pixel before = marking.place("Point 1");
  QTest::mousePress(&marking.view, Qt::LeftButton, {}, from);
  QTest::mouseMove(&marking.view, to);
  QTest::mouseRelease(&marking.view, Qt::LeftButton, {}, to);
  CHECK(marking.test->session().annotations.size() == 2);
  CHECK(marking.place("Point 1").row - before.row == Approx(30 / marking.view.geometry_now().zoom()));
  CHECK(marking.test->steps() == 3);
  marking.test->app.document.undo();
  CHECK(norm(marking.place("Point 1") - before) < 1e-6);

  QTest::keyClick(&marking.view, Qt::Key_Escape);
  CHECK_FALSE(marking.is_annotating());
  CHECK(marking.test->session().annotations.size() == 2);
  CHECK_FALSE(any_pinned(marking.test->session()));
}

TEST_CASE("A marked point follows what it marks when a marker is dragged, and comes back by undo") {
  MarkingWindow marking;
  marking.mark(0);
  QTest::keyClick(&marking.view, Qt::Key_Escape);
  const Pixel before = marking.place("Point 1");
  marking.test->press_and_move(kLiverTop, {4, 0});
  // Under the hand, too.
  REQUIRE(QTest::qWaitFor([&] { return marking.place("Point 1").row > before.row + 1; }, kPatienceMs));
  marking.test->release(kLiverTop);
  REQUIRE(marking.test->at_rest());
  CHECK(marking.state("Point 1") == PlaceState::kThere);
  CHECK(marking.place("Point 1").row == Approx(before.row + 4).margin(1.5));
  marking.test->app.document.undo();
  REQUIRE(marking.test->at_rest());
  CHECK(norm(marking.place("Point 1") - before) < 1e-6);

  // Another body has none of them.
  choose_person(marking.test->app, bodies::built_in_people()[1]);
  CHECK(marking.test->session().annotations.empty());
}

TEST_CASE("Points of a session that is opened at moved markers are looked for") {
  MarkingWindow marking;
  marking.mark(0);
  marking.test->press_and_move(kLiverTop, {3, 0});
  marking.test->release(kLiverTop);
  REQUIRE(marking.test->at_rest());
  const Pixel there = marking.place("Point 1");
  const auto text = session::to_json_text(marking.test->session(), {});
  marking.test->app.document.begin(session::from_json_text(text, "again").session);
  REQUIRE(marking.test->at_rest());
  REQUIRE(QTest::qWaitFor([&] { return marking.state("Point 1") == PlaceState::kThere; }, kPatienceMs));
  CHECK(norm(marking.place("Point 1") - there) < 0.5);
}

TEST_CASE("Points are named and removed in their panel; a name that is taken is told") {
  MarkingWindow marking;
  marking.mark(0);
  marking.mark(20);
  marking.show_panel();
  auto& table = marking.find<QTableWidget>("annotation_table");
  table.item(0, 0)->setText("dome");
  REQUIRE(marking.test->session().annotations.contains("dome"));
  CHECK_FALSE(marking.test->session().annotations.contains("Point 1"));
  const int steps = marking.test->steps();
  for (int row = 0; row < 2; ++row)
    if (table.item(row, 0)->text() == "Point 2") table.item(row, 0)->setText(" dome ");
  CHECK(marking.test->session().annotations.size() == 2);
  CHECK(marking.test->steps() == steps);
  CHECK(marking.test->session().annotations.contains("Point 2"));
  for (int row = 0; row < 2; ++row)
    if (table.item(row, 0)->text() == "dome") table.selectRow(row);
  marking.click("remove_annotation");
  CHECK(marking.test->session().annotations.size() == 1);
  marking.test->app.document.undo();
  CHECK(marking.test->session().annotations.contains("dome"));
}

TEST_CASE("The panel makes training data of the open session and of others, and says what came of it") {
  MarkingWindow marking;
  marking.show_panel();
  CHECK_FALSE(marking.find<QPushButton>("make_training_data").isEnabled());
  marking.mark(0);
  const QTemporaryDir folder;
  const QString other = folder.filePath("other.skiagraph");
  fill(other, QByteArray::fromStdString(session::to_json_text(marking.test->session(), {})));
  marking.find<QSpinBox>("training_pictures").setValue(4);
  {
    const Person person(other, QMessageBox::Ok);
    marking.click("add_training_sessions");
  }
  CHECK(marking.find<QLabel>("training_sessions").text().contains("1"));
  const QString out = folder.filePath("out");
  QDir().mkdir(out);
  auto& words = marking.find<QLabel>("training_data_words");
  {
    const Person person(out, QMessageBox::Ok);
    marking.click("make_training_data");
    REQUIRE(QTest::qWaitFor([&] { return !words.text().isEmpty(); }, 4 * kPatienceMs));
  }
  INFO(words.text().toStdString());
  CHECK(words.text().contains("pictures are in"));
  const nlohmann::json made = keypoints(out);
  CHECK(made["categories"][0]["keypoints"][0] == "Point 1");
  CHECK(made["images"].size() >= 4);
  CHECK(made["images"].size() <= 10);

  // There once more: nothing is replaced, and the sentence says why.
  const Person person(out, QMessageBox::Ok);
  marking.click("make_training_data");
  REQUIRE(QTest::qWaitFor([&] { return words.text().contains("not empty"); }, kPatienceMs));
  CHECK(keypoints(out) == made);
}
