#include "ui/body/body_view.h"

#include <QWheelEvent>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"
#include "ui/body/body_markers.h"
#include "ui/commands/commands.h"
#include "ui/xray/marker_painter.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kShoulder = static_cast<int>(Marker::kShoulderLeft);

constexpr int kCarina = static_cast<int>(Marker::kCarina);

QPointF marker_in_pane(const TestWindow& test, const BodyView& view, int marker) {
  const auto at = view.projection().to_pane(marker_places(test.app)[static_cast<std::size_t>(marker)]);
  REQUIRE(at);
  return *at;
}

BodyView& body_view(TestWindow& test) {
  BodyView& view = *test.window.findChild<BodyView*>();
  view.catch_up();
  return view;
}

/// Share of pixels that are not the same, without the texts over them.
double changed_share(const QImage& a, const QImage& b) {
  REQUIRE(a.size() == b.size());
  int changed = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) changed += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
  return static_cast<double>(changed) / (a.width() * a.height());
}

void drag(BodyView& view, Qt::MouseButton button, QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
  QTest::mousePress(&view, button, keys, from);
  for (int step = 1; step <= 4; ++step) {
    const QPointF at = from + (to - from) * (step / 4.0);
    QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, button, keys);
    QApplication::sendEvent(&view, &move);
  }
  QTest::mouseRelease(&view, button, keys, to);
}

/// The middle of what has exactly the colour of the shoulders' group; nothing where there is none.
std::optional<QPointF> dot(BodyView& view) {
  view.catch_up();
  const QImage image = view.grab().toImage();
  QPointF sum;
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (image.pixelColor(x, y) == marker_colour(kShoulder)) sum += QPointF(x, y), ++count;
  if (count == 0) return std::nullopt;
  return sum / count;
}

/// All markers of this colour are moved to one place.
QPointF place(TestWindow& test, BodyView& view, Pixel at) {
  test.app.document.edit("Place", [&](session::Session& session) {
    for (std::size_t n = 0; n < session.pins.size(); ++n)
      if (marker_table()[n].group == info(Marker::kShoulderLeft).group) session.pins[n] = at;
  });
  const auto seen = dot(view);
  REQUIRE(seen);
  return *seen;
}

void turn_wheel(QWidget& view, QPoint angle) {
  const QPointF at(100, 100);
  QWheelEvent event(at, view.mapToGlobal(at), {}, angle, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(&view, &event);
}

double camera_distance(const TestWindow& test) {
  REQUIRE(test.session().view.camera);
  const auto& camera = *test.session().view.camera;
  return norm(camera.position - camera.focal_point);
}

}  // namespace

TEST_CASE("Markers are seen at their place in the body, from every side, and follow at once") {
  const auto test = settled_window();
  BodyView& view = *test->window.findChild<BodyView*>();
  const geometry::CanonicalFrame frame = test->app.engine.frame();
  const double row = frame.neck_row + 20.0, column = frame.centre_column + 15.0;
  const QPointF before = place(*test, view, {row, column}), lower = place(*test, view, {row + 30, column}),
                left = place(*test, view, {row, column + 10});
  CHECK(lower.y() > before.y() + 20);
  CHECK(std::abs(lower.x() - before.x()) < 2);
  CHECK(left.x() > before.x() + 5);  // the patient's left is on the right, seen from the front
  CHECK(std::abs(left.y() - before.y()) < 2);

  test->window.findChild<QAction*>("back")->trigger();
  view.catch_up();
  const QPointF behind = place(*test, view, {row, column});
  CHECK(behind.x() + before.x() == Approx(view.width()).margin(10));
  CHECK(behind.y() == Approx(before.y()).margin(10));
}

TEST_CASE(
    "The wheel zooms the body by what it turned: sideways not at all, small steps of a touchpad a little") {
  const auto test = settled_window();
  BodyView& view = *test->window.findChild<BodyView*>();
  turn_wheel(view, {240, 0});
  CHECK_FALSE(test->session().view.camera);
  turn_wheel(view, {0, 120});
  const double after_notch = camera_distance(*test);
  test->window.findChild<QAction*>("front")->trigger();
  view.catch_up();
  for (int n = 0; n < 12; ++n) turn_wheel(view, {0, 10});
  CHECK(camera_distance(*test) == Approx(after_notch).epsilon(1e-6));
  CHECK(test->steps() == 0);
}

TEST_CASE("A body turned by hand stays so for the same person, and another person is seen from the front") {
  const auto test = settled_window();
  BodyView& view = *test->window.findChild<BodyView*>();
  QTest::mousePress(&view, Qt::LeftButton, {}, {100, 100});
  QMouseEvent move(QEvent::MouseMove, QPointF(160, 100), view.mapToGlobal(QPointF(160, 100)), Qt::NoButton,
                   Qt::LeftButton, {});
  QApplication::sendEvent(&view, &move);
  QTest::mouseRelease(&view, Qt::LeftButton, {}, {160, 100});
  const auto turned = test->session().view.camera;
  REQUIRE(turned);
  set_pinned(test->app, 0, true);
  CHECK(test->session().view.camera == turned);
  choose_person(test->app, bodies::built_in_people()[1]);
  REQUIRE(test->at_rest());
  CHECK_FALSE(test->session().view.camera);
}

TEST_CASE(
    "A marker is chosen by a click on its dot in the body, and pointing at it highlights it everywhere") {
  const auto test = settled_window();
  BodyView& view = body_view(*test);
  const QPoint at = marker_in_pane(*test, view, kCarina).toPoint();
  // The display sends the move; that takes a moment.
  const auto hovered = [&](int marker) {
    return QTest::qWaitFor([&] { return test->app.selection.hovered() == marker; }, kPatienceMs);
  };
  QTest::mouseMove(&view, at);
  CHECK(hovered(kCarina));
  CHECK(test->app.selection.highlighted() == kCarina);
  QTest::mouseClick(&view, Qt::LeftButton, {}, at);
  CHECK(test->app.selection.selected() == kCarina);
  CHECK_FALSE(test->session().view.camera);
  QTest::mouseMove(&view, {5, 5});
  CHECK(hovered(Selection::kNone));
  CHECK(test->app.selection.highlighted() == kCarina);
  QTest::mouseClick(&view, Qt::LeftButton, {}, {5, 5});
  CHECK(test->app.selection.selected() == Selection::kNone);
  CHECK(test->steps() == 0);
}

TEST_CASE("Through a translucent skin the X-ray is seen at its place, and follows a drag and the window") {
  const auto test = settled_window();
  BodyView& view = body_view(*test);
  const QImage solid = view.grab().toImage();
  test->window.findChild<QAction*>("translucent")->trigger();
  CHECK(test->session().view.body_opacity < 1);
  view.catch_up();
  const QImage through = view.grab().toImage();
  CHECK(changed_share(solid, through) > 0.05);
  test->window.findChild<QAction*>("translucent")->trigger();
  view.catch_up();
  CHECK(view.grab().toImage() == solid);

  QAction& plane = *test->window.findChild<QAction*>("xray_in_body");
  plane.trigger();
  CHECK(plane.isChecked());
  CHECK(test->session().view.body_opacity < 1);  // else nothing of it would be seen
  view.catch_up();
  const QImage inside = view.grab().toImage();
  CHECK(changed_share(through, inside) > 0.02);
  test->app.document.set_view([](session::View& v) { v.window_level.level *= 0.5; });
  view.catch_up();
  const QImage brighter = view.grab().toImage();
  CHECK(changed_share(inside, brighter) > 0.02);
  test->app.document.edit("Move", [&](session::Session& session) {
    session.pins[static_cast<std::size_t>(Marker::kLiverTop)] =
        test->marker(static_cast<int>(Marker::kLiverTop)).position + Pixel{20, 0};
  });
  REQUIRE(test->at_rest());
  view.catch_up();
  CHECK(changed_share(brighter, view.grab().toImage()) > 0.005);
  plane.trigger();
  view.catch_up();
  CHECK_FALSE(plane.isChecked());
  CHECK(test->steps() == 1);
}

TEST_CASE("The slider shows and changes how much the skin hides") {
  const auto test = settled_window();
  auto& slider = *test->window.findChild<QSlider*>("body_opacity");
  test->window.findChild<QAction*>("translucent")->trigger();
  CHECK(slider.value() < slider.maximum());
  slider.setFocus();
  QTest::keyClick(&slider, Qt::Key_End);
  CHECK(test->session().view.body_opacity == 1);
  QTest::keyClick(&slider, Qt::Key_Left);
  CHECK(test->session().view.body_opacity == Approx(0.95));
}

TEST_CASE("Mouse and keys turn, pan and zoom the body, and a double click shows it all again") {
  const auto test = settled_window();
  BodyView& view = body_view(*test);
  const auto camera = [&] { return *test->session().view.camera; };
  drag(view, Qt::LeftButton, {60, 60}, {120, 60});
  CHECK(camera().position.x < -100);  // the front goes to the right, so the eye to the patient's right
  CHECK(camera().up == Vec3{0, 0, 1});
  QTest::mouseDClick(&view, Qt::LeftButton, {}, {60, 60});
  QTest::mouseRelease(&view, Qt::LeftButton, {}, {60, 60});
  CHECK_FALSE(test->session().view.camera);

  QTest::keyClick(&view, Qt::Key_Right);
  const double distance = camera_distance(*test);
  QTest::keyClick(&view, Qt::Key_Plus);
  CHECK(camera_distance(*test) < distance);
  const Vec3 before = camera().focal_point;
  QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
  CHECK(camera().focal_point.z < before.z);  // what is seen goes up
  drag(view, Qt::MiddleButton, {60, 60}, {60, 90});
  drag(view, Qt::LeftButton, {60, 60}, {60, 90}, Qt::ShiftModifier);
  CHECK(camera().focal_point.z > before.z);
  const double far = camera_distance(*test);
  drag(view, Qt::RightButton, {60, 60}, {60, 20});
  CHECK(camera_distance(*test) < far);
  CHECK(test->steps() == 0);
}

TEST_CASE("A pane of another size or sharpness is drawn anew with as many pixels as it has") {
  const auto test = settled_window();
  BodyView& view = body_view(*test);
  test->window.resize(1100, 760);
  QCoreApplication::processEvents();
  view.catch_up();
  const QImage image = view.grab().toImage();
  CHECK(image.size() == view.size() * view.devicePixelRatioF());
  // The skin is in the middle, the background in the corners.
  const auto colour = [&](int x, int y) { return image.pixelColor(x, y); };
  CHECK(colour(image.width() / 2, image.height() / 2) != colour(3, image.height() / 2));
}

TEST_CASE("Without OpenGL the pane of the body says so, and X-ray and markers work", "[.][without-opengl]") {
  const auto test = settled_window();
  BodyView& view = *test->window.findChild<BodyView*>();
  const QImage image = view.grab().toImage();
  int text = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) text += image.pixelColor(x, y) != image.pixelColor(0, 0) ? 1 : 0;
  CHECK(text > 500);
  test->press_and_move(kShoulder, {3, 0});
  test->release(kShoulder);
  CHECK(test->at_rest());
  CHECK(test->steps() == 1);
}
