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

TEST_CASE("Right drag changes window and level, and W resets them") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  const QImage before = view.grab().toImage();
  drag(view, Qt::RightButton, {50, 50}, {90, 130});
  const auto& shown = test->session().view.window_level;
  CHECK(shown.width == Approx(imaging::kDefaultWindowLevel.width + 0.1));
  CHECK(shown.level == Approx(imaging::kDefaultWindowLevel.level + 0.2));
  CHECK(view.grab().toImage() != before);
  test->window.findChild<QAction*>("reset_window")->trigger();
  CHECK(shown == imaging::kDefaultWindowLevel);
}

TEST_CASE("What is under the cursor is told in the numbers of the person's language") {
  const auto test = settled_window();
  QLocale::setDefault(QLocale(QLocale::German));
  QString told;
  QObject::connect(&test->window.xray_view(), &XrayView::pointed_at,
                   [&](const QString& text) { told = text; });
  QTest::mouseMove(&test->window.xray_view(), test->in_pane({140, 96}));
  QLocale::setDefault(QLocale::c());
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
