#include "ui/xray/tools/compare_tool.h"

#include <QSlider>
#include <QToolButton>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

/// A window with a marker far from where it was.
std::unique_ptr<TestWindow> edited_window() {
  auto test = settled_window();
  test->press_and_move(kLiverTop, {14, 6});
  test->release(kLiverTop);
  REQUIRE(test->at_rest());
  return test;
}

QImage shot(TestWindow& test) {
  return test.window.xray_view().grab().toImage();
}

session::Comparison comparison(const TestWindow& test) {
  return test.session().view.comparison;
}

bool knows_before(const TestWindow& test) {
  return QTest::qWaitFor([&] { return test.app.engine.before() != nullptr; }, kPatienceMs);
}

}  // namespace

TEST_CASE("While Space or B is held the state before editing is shown, and the session stays as it is") {
  const auto test = edited_window();
  XrayView& view = test->window.xray_view();
  const session::Session session = test->session();
  const QImage now = shot(*test);
  for (const auto key : {Qt::Key_Space, Qt::Key_B}) {
    QTest::keyPress(&view, key);
    CHECK(shot(*test) != now);
    QTest::keyRelease(&view, key);
    CHECK(shot(*test) == now);
  }
  QTest::keyPress(&view, Qt::Key_Space);
  QFocusEvent away(QEvent::FocusOut);  // and the release goes to another window
  QApplication::sendEvent(&view, &away);
  CHECK(shot(*test) == now);
  CHECK(test->session() == session);
  CHECK(test->steps() == 1);
}

TEST_CASE("The line of a split follows the mouse and the slider's keys; its button ends the comparison") {
  const auto test = edited_window();
  XrayView& view = test->window.xray_view();
  const QImage plain = shot(*test);
  QTest::keyClick(&view, Qt::Key_C);
  REQUIRE(comparison(*test).mode == session::ComparisonMode::kSplit);
  const QImage split = shot(*test);
  CHECK(split != plain);
  const QPoint line(view.width() / 2, view.height() - 80);
  QTest::mousePress(&view, Qt::LeftButton, {}, line);
  QTest::mouseMove(&view, line - QPoint(100, 0));
  QTest::mouseRelease(&view, Qt::LeftButton, {}, line - QPoint(100, 0));
  CHECK(comparison(*test).before == Approx(0.5 - 100.0 / view.width()).margin(0.01));
  CHECK(shot(*test) != split);
  auto* slider = test->window.findChild<QSlider*>("comparison_slider");
  CHECK(slider->isVisible());
  slider->setFocus();
  const double before = comparison(*test).before;
  QTest::keyClick(slider, Qt::Key_Right);
  CHECK(comparison(*test).before == Approx(before + 0.02).margin(0.002));
  QTest::keyClick(slider, Qt::Key_End);
  CHECK(comparison(*test).before == 1);
  test->window.findChild<QAction*>("compare_split")->trigger();
  CHECK(comparison(*test).mode == session::ComparisonMode::kOff);
  CHECK_FALSE(slider->isVisible());
  CHECK(test->steps() == 1);
}

TEST_CASE("The bar's buttons and the commands choose the same comparison") {
  const auto test = edited_window();
  auto* difference = test->window.findChild<QAction*>("compare_difference");
  difference->trigger();
  CHECK(comparison(*test).mode == session::ComparisonMode::kDifference);
  CHECK(difference->isChecked());
  QImage coloured = shot(*test);
  int orange = 0;
  for (int x = 60; x < coloured.width() - 60; ++x)
    for (int y = 100; y < coloured.height() - 60; ++y) {
      const QColor colour = coloured.pixelColor(x, y);
      if (colour.red() > colour.blue() + 60 && colour.red() > colour.green() + 20) ++orange;
    }
  CHECK(orange > 300);
  auto* bar = test->window.findChild<QWidget*>("comparison_bar");
  for (QToolButton* button : bar->findChildren<QToolButton*>())
    if (button->text() == "Blend") QTest::mouseClick(button, Qt::LeftButton);
  CHECK(comparison(*test).mode == session::ComparisonMode::kBlend);
  CHECK_FALSE(difference->isChecked());
  CHECK(test->window.findChild<QAction*>("compare_blend")->isChecked());
}

TEST_CASE("Another person is not compared with the last one") {
  const auto test = edited_window();
  test->window.findChild<QAction*>("compare_split")->trigger();
  choose_person(test->app, bodies::built_in_people()[1]);
  REQUIRE(test->at_rest());
  CHECK(comparison(*test).mode == session::ComparisonMode::kOff);
  REQUIRE(test->app.engine.before());
  CHECK(test->app.engine.before()->body == test->app.engine.body());
}

TEST_CASE("With a pin from the start the state before is computed once, when somebody wants to see it") {
  TestWindow test(shipped_networks(), shipped_bodies());
  test.app.document.edit("Pin", [](session::Session& session) { session.pins[kLiverTop] = Pixel{130, 70}; });
  test.start();
  REQUIRE(test.at_rest());
  QTest::qWait(50);
  CHECK_FALSE(test.app.engine.before());
  const auto result = test.app.engine.result();
  QTest::keyPress(&test.window.xray_view(), Qt::Key_Space);
  REQUIRE(knows_before(test));
  CHECK(test.app.engine.result() == result);
  CHECK(test.app.engine.state() == EngineState::kSettled);
  CHECK_FALSE(test.app.engine.before()->markers[kLiverTop].pinned);
  const auto before = test.app.engine.before();
  QTest::keyRelease(&test.window.xray_view(), Qt::Key_Space);
  test.window.findChild<QAction*>("compare_split")->trigger();
  QTest::qWait(50);
  CHECK(test.app.engine.before() == before);
}

TEST_CASE("An edit while the state before is computed comes first, and the state before still comes") {
  TestWindow test(shipped_networks(), shipped_bodies());
  test.app.document.edit("Pin", [](session::Session& session) { session.pins[kLiverTop] = Pixel{130, 70}; });
  test.start();
  REQUIRE(test.at_rest());
  test.window.findChild<QAction*>("compare_split")->trigger();
  test.app.document.edit("Pin", [](session::Session& session) { session.pins[kLiverTop] = Pixel{134, 70}; });
  REQUIRE(test.at_rest());
  CHECK(test.marker(kLiverTop).position == Pixel{134, 70});
  REQUIRE(knows_before(test));
  CHECK(test.app.engine.result()->markers[kLiverTop].position == Pixel{134, 70});
}
