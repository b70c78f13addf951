#include "ui/xray/xray_view.h"

#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

void turn_wheel(QWidget& view, QPointF at, QPoint angle) {
  QWheelEvent event(at, view.mapToGlobal(at), {}, angle, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(&view, &event);
}

void drag(QWidget& view, Qt::MouseButton button, QPoint from, QPoint to) {
  QTest::mousePress(&view, button, {}, from);
  QMouseEvent move(QEvent::MouseMove, QPointF(to), view.mapToGlobal(QPointF(to)), Qt::NoButton, button, {});
  QApplication::sendEvent(&view, &move);
  QTest::mouseRelease(&view, button, {}, to);
}

}  // namespace

TEST_CASE("The whole X-ray fits its pane; the wheel zooms at the cursor, a double click fits again") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  const XrayGeometry whole = view.geometry_now();
  CHECK(QRectF(QPointF(-0.5, -0.5), view.size() + QSize(1, 1)).contains(whole.picture()));
  const QPointF at(100, 200);
  const Pixel under = whole.to_pixel(at);
  turn_wheel(view, at, {0, 240});
  const XrayGeometry zoomed = view.geometry_now();
  CHECK(zoomed.zoom() > 1.3 * whole.zoom());
  CHECK(norm(zoomed.to_pixel(at) - under) < 1e-6);
  turn_wheel(view, at, {240, 0});  // sideways
  CHECK(view.geometry_now().zoom() == zoomed.zoom());
  drag(view, Qt::MiddleButton, {50, 50}, {80, 90});
  CHECK(norm(view.geometry_now().to_pixel(at + QPointF(30, 40)) - under) < 1e-6);
  QTest::mouseDClick(&view, Qt::LeftButton, {}, QPoint(5, 5));
  CHECK(view.geometry_now().zoom() == whole.zoom());
  CHECK(test->steps() == 0);
}

TEST_CASE("Right drag changes window and level, and W shows the whole again") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  const QImage before = view.grab().toImage();
  drag(view, Qt::RightButton, {50, 50}, {90, 130});
  const auto& shown = test->session().view.window_level;
  CHECK(shown.width == Approx(imaging::kDefaultWindowLevel.width + 0.1));
  CHECK(shown.level == Approx(imaging::kDefaultWindowLevel.level + 0.2));
  CHECK(view.grab().toImage() != before);
  QTest::keyClick(&view, Qt::Key_W);
  CHECK(shown == imaging::kDefaultWindowLevel);
}

TEST_CASE("Window and level go on from where they are, with another person too, and presets have keys") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  const auto& shown = test->session().view.window_level;
  QTest::keyClick(&view, Qt::Key_1, Qt::AltModifier);
  CHECK(shown == imaging::kBoneWindow);
  CHECK(test->window.findChild<QAction*>("window_bone")->isChecked());
  QTest::keyClick(&view, Qt::Key_2, Qt::AltModifier);
  CHECK(shown == imaging::kSoftTissueWindow);
  QTest::keyClick(&view, Qt::Key_3, Qt::AltModifier);
  CHECK(shown == imaging::kLungWindow);
  CHECK_FALSE(test->window.findChild<QAction*>("window_bone")->isChecked());
  drag(view, Qt::RightButton, {50, 50}, {51, 51});
  CHECK(shown.width == Approx(imaging::kLungWindow.width + 1.0 / 400));
  const imaging::WindowLevel own = shown;
  choose_person(test->app, bodies::built_in_people()[1]);
  REQUIRE(test->at_rest());
  CHECK(shown == own);
}

TEST_CASE("Margins and names come and go with their keys and are part of the session's view") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  const QImage plain = view.grab().toImage();
  QTest::keyClick(&view, Qt::Key_M);
  CHECK(test->session().view.margins);
  const QImage margins = view.grab().toImage();
  CHECK(margins != plain);
  QTest::keyClick(&view, Qt::Key_L);
  CHECK_FALSE(test->session().view.all_labels);
  CHECK(view.grab().toImage() != margins);
  QTest::keyClick(&view, Qt::Key_L);
  QTest::keyClick(&view, Qt::Key_M);
  CHECK(view.grab().toImage() == plain);
  CHECK(test->steps() == 0);
}

TEST_CASE("The strip that calls the picture synthetic is there in every state and in the narrowest pane") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  const auto strip_is_there = [&] {
    const QImage shown = view.grab().toImage();
    int letters = 0;
    for (int y = shown.height() - 48; y < shown.height() - 28; ++y)
      for (int x = 0; x < shown.width(); ++x)
        if (const QColor c = shown.pixelColor(x, y);
            c.red() > 150 && c.green() > 120 && c.blue() < c.green() - 30)
          ++letters;
    return letters > 100;
  };
  test->press_and_move(static_cast<int>(Marker::kLiverTop), {10, 0});
  CHECK(strip_is_there());
  test->release(static_cast<int>(Marker::kLiverTop));
  REQUIRE(test->at_rest());
  for (const char* command :
       {"margins", "compare_split", "compare_blend", "compare_difference", "window_bone"}) {
    test->window.findChild<QAction*>(command)->trigger();
    CHECK(strip_is_there());
  }
  turn_wheel(view, {100, 100}, {0, 2400});
  CHECK(strip_is_there());
  QTest::keyPress(&view, Qt::Key_Space);
  CHECK(strip_is_there());
  QTest::keyRelease(&view, Qt::Key_Space);
  test->window.resize(1000, 700);
  QTest::qWait(50);
  CHECK(strip_is_there());
}

TEST_CASE("What is told of a place is of the picture that is shown, also when that changes under the mouse") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  QString told;
  QObject::connect(&view, &XrayView::pointed_at, [&](const QString& text) { told = text; });
  const Pixel liver = test->marker(static_cast<int>(Marker::kLiverTop)).position;
  QTest::mouseMove(&view, test->in_pane(liver));
  const QString before = told;
  CHECK(before.startsWith("left "));
  test->app.document.edit("Pin", [&](session::Session& session) {
    session.pins[static_cast<std::size_t>(Marker::kLiverTop)] = liver + Pixel{14, 0};
  });
  REQUIRE(test->at_rest());
  CHECK(told != before);
  CHECK(told.section("attenuation", 0, 0) == before.section("attenuation", 0, 0));
  QTest::keyPress(&view, Qt::Key_Space);
  CHECK(told == before);
  QTest::keyRelease(&view, Qt::Key_Space);
}

TEST_CASE("What is under the cursor is told in the numbers of the person's language") {
  const auto test = settled_window();
  QLocale::setDefault(QLocale(QLocale::German));
  QString told;
  QObject::connect(&test->window.xray_view(), &XrayView::pointed_at,
                   [&](const QString& text) { told = text; });
  // A mouse that is there already does not move.
  for (const Pixel place : {Pixel{120, 90}, Pixel{140, 96}})
    QTest::mouseMove(&test->window.xray_view(), test->in_pane(place));
  const bool heard = QTest::qWaitFor([&] { return !told.isEmpty(); }, kPatienceMs);
  QLocale::setDefault(QLocale::c());
  REQUIRE(heard);
  CHECK(told.contains(','));
  CHECK_FALSE(told.section("attenuation", 1).contains('.'));
}

TEST_CASE("Tab walks the markers and leaves the pane after the last") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  view.setFocus();
  for (int n = 0; n < kMarkerCount; ++n) {
    QTest::keyClick(&view, Qt::Key_Tab);
    CHECK(test->app.selection.selected() == n);
  }
  QTest::keyClick(&view, Qt::Key_Tab);
  CHECK_FALSE(view.hasFocus());
}

TEST_CASE("Tab passes hidden markers by") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  view.setFocus();
  show_group(test->app, MarkerGroup::kLungs, false);
  QTest::keyClick(&view, Qt::Key_Tab);
  QTest::keyClick(&view, Qt::Key_Tab);
  CHECK(test->app.selection.selected() == static_cast<int>(Marker::kSternalNotch));
}
