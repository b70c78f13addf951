#include "ui/body/body_view.h"

#include <QWheelEvent>
#include <catch2/catch.hpp>

#include "tests/ui/window.h"
#include "ui/commands/commands.h"
#include "ui/xray/marker_painter.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr int kShoulder = static_cast<int>(Marker::kShoulderLeft);

/// The middle of what has exactly the colour of the shoulders' group; nothing where there is none.
std::optional<QPointF> dot(BodyView& view) {
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
