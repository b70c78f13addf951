#include "ui/app/touch.h"

#include <QLineF>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/ui/window.h"
#include "ui/body/body_markers.h"
#include "ui/body/body_view.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);

/// Fingers on a pane of the real window; places are the pane's.
class Fingers {
 public:
  explicit Fingers(QWidget& pane) : pane_(pane) {}
  void press(int finger, QPointF at) { events().press(finger, in_window(at)); }
  /// A second finger; a screen tells of the first one as well.
  void press_second(QPointF first, QPointF at) { events().move(0, in_window(first)).press(1, in_window(at)); }
  void move(int finger, QPointF at) { events().move(finger, in_window(at)); }
  void release(int finger, QPointF at) { events().release(finger, in_window(at)); }
  void release_second(QPointF first, QPointF at) {
    events().move(0, in_window(first)).release(1, in_window(at));
  }
  void press_both(QPointF a, QPointF b) {
    events().press(0, in_window(a));
    press_second(a, b);
  }
  void move_both(QPointF a, QPointF b) { events().move(0, in_window(a)).move(1, in_window(b)); }
  void release_both(QPointF a, QPointF b) { events().release(0, in_window(a)).release(1, in_window(b)); }

 private:
  static QPointingDevice& screen() {
    static QPointingDevice* device = QTest::createTouchDevice();
    return *device;
  }
  QTest::QTouchEventSequence events() const {
    return QTest::touchEvent(pane_.window()->windowHandle(), &screen());
  }
  QPoint in_window(QPointF at) const { return pane_.mapTo(pane_.window(), at).toPoint(); }

  QWidget& pane_;
};

BodyView& body_view(TestWindow& test) {
  BodyView& view = *test.window.findChild<BodyView*>();
  view.catch_up();
  return view;
}

double camera_distance(const session::BodyCamera& camera) {
  return norm(camera.position - camera.focal_point);
}

/// How far the camera has gone round the body, degrees.
double round_degrees(const session::BodyCamera& camera) {
  const Vec3 arm = camera.position - camera.focal_point;
  constexpr double kHalfCircle = 180;
  return std::atan2(arm.x, -arm.y) * kHalfCircle / std::acos(-1.0);
}

}  // namespace

TEST_CASE("A finger drags a marker that the mouse would have missed, in one undo step") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  Fingers fingers(view);
  const Pixel before = test->marker(kLiverTop).position;
  const QPointF beside = test->in_pane(before) + QPoint(0, -22);
  QTest::mouseClick(&view, Qt::LeftButton, {}, beside.toPoint());
  REQUIRE(test->app.selection.selected() != kLiverTop);
  fingers.press(0, beside);
  CHECK(test->app.selection.dragged() == kLiverTop);
  for (int step = 1; step <= 10; ++step) fingers.move(0, beside + QPointF(0, 3 * step));
  fingers.release(0, beside + QPointF(0, 30));
  CHECK(test->app.selection.dragged() == Selection::kNone);
  const double moved = test->marker(kLiverTop).position.row - before.row;
  CHECK(moved == Approx(30 / view.geometry_now().zoom()).margin(0.5));
  CHECK(test->marker(kLiverTop).pinned);
  CHECK(test->steps() == 1);
  REQUIRE(test->at_rest());
}

TEST_CASE("Two fingers zoom the X-ray and move it; what is between them stays between them") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  Fingers fingers(view);
  const XrayGeometry before = view.geometry_now();
  const QPointF a(100, 100), b(200, 200), far(30, 20);
  fingers.press_both(a, b);
  fingers.move_both(a - QPointF(50, 50) + far, b + QPointF(50, 50) + far);
  const XrayGeometry after = view.geometry_now();
  CHECK(after.zoom() == Approx(2 * before.zoom()).epsilon(0.02));
  CHECK(norm(after.to_pixel(QPointF(150, 150) + far) - before.to_pixel(QPointF(150, 150))) < 1);
  fingers.release_second(a, b);
  fingers.move(0, a + QPointF(90, 90));  // the finger that is left does nothing
  CHECK(view.geometry_now().zoom() == after.zoom());
  fingers.release(0, a);
  CHECK(test->steps() == 0);
  CHECK_FALSE(test->app.document.previewing());
}

TEST_CASE("A second finger takes the first one's drag back") {
  const auto test = settled_window();
  Fingers fingers(test->window.xray_view());
  const QPointF at = test->in_pane(test->marker(kLiverTop).position);
  fingers.press(0, at);
  fingers.move(0, at + QPointF(0, 40));
  REQUIRE(test->marker(kLiverTop).pinned);
  fingers.press_second(at + QPointF(0, 40), at + QPointF(60, 60));
  CHECK_FALSE(test->marker(kLiverTop).pinned);
  CHECK(test->app.selection.dragged() == Selection::kNone);
  fingers.release_both(at, at + QPointF(60, 60));
  CHECK(test->steps() == 0);
  fingers.press(0, at);  // and the next drag works
  CHECK(test->app.selection.dragged() == kLiverTop);
  fingers.release(0, at);
}

TEST_CASE("Two fingers turn the body, and their distance zooms it") {
  const auto test = settled_window();
  BodyView& view = body_view(*test);
  Fingers fingers(view);
  const QPointF a(80, 200), b(160, 200);
  fingers.press_both(a, b);
  fingers.move_both(a + QPointF(2, 0), b + QPointF(2, 0));
  REQUIRE(test->session().view.camera);
  const session::BodyCamera first = *test->session().view.camera;
  const QPointF along(view.height() / 6.0, 0);
  fingers.move_both(a + along + QPointF(2, 0), b + along + QPointF(2, 0));
  const session::BodyCamera turned = *test->session().view.camera;
  CHECK(std::abs(round_degrees(turned) - round_degrees(first)) == Approx(30).margin(2));
  CHECK(camera_distance(turned) == Approx(camera_distance(first)).epsilon(0.02));
  fingers.move_both(a + along + QPointF(-38, 0), b + along + QPointF(42, 0));  // twice as far apart
  const session::BodyCamera zoomed = *test->session().view.camera;
  CHECK(camera_distance(zoomed) == Approx(camera_distance(turned) / 2).epsilon(0.05));
  fingers.release_both(a, b);
  CHECK(test->steps() == 0);
}

TEST_CASE("A finger drags a marker on the body") {
  const auto test = settled_window();
  BodyView& view = body_view(*test);
  Fingers fingers(view);
  const auto at = view.projection().to_pane(marker_places(test->app)[kLiverTop]);
  REQUIRE(at);
  const Pixel before = test->marker(kLiverTop).position;
  fingers.press(0, *at);
  for (int step = 1; step <= 5; ++step) fingers.move(0, *at + QPointF(0, 4 * step));
  CHECK(test->marker(kLiverTop).pinned);
  CHECK(test->marker(kLiverTop).position.row > before.row + 2);
  fingers.release(0, *at + QPointF(0, 20));
  CHECK(test->steps() == 1);
  CHECK_FALSE(test->session().view.camera);  // the body was not turned
}

TEST_CASE("Touches of a touchpad are the mouse's affair") {
  const auto test = settled_window();
  XrayView& view = test->window.xray_view();
  static QPointingDevice* pad =
      QTest::createTouchDevice(QInputDevice::DeviceType::TouchPad,
                               QInputDevice::Capability::Position | QInputDevice::Capability::MouseEmulation);
  const QPoint at = view.mapTo(&test->window, test->in_pane(test->marker(kLiverTop).position));
  QTest::touchEvent(test->window.windowHandle(), pad).press(0, at);
  CHECK(test->app.selection.dragged() == Selection::kNone);
  QTest::touchEvent(test->window.windowHandle(), pad).release(0, at);
  CHECK(test->steps() == 0);
}
