#include "ui/body/level_handles.h"

#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "core/session/session_json.h"
#include "tests/ui/window.h"
#include "ui/body/body_markers.h"
#include "ui/body/body_view.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

/// A window with a scan, and a hand on its levels.
struct LevelsWindow {
  LevelsWindow() {
    path = folder.filePath("somebody.ply");
    io::write_ply(path.toStdString(), bodies::built_in_person());
    test = settled_window(shipped_bodies(), path);
    view = test->window.findChild<BodyView*>();
    view->catch_up();
    first_steps = test->steps();
  }
  [[nodiscard]] double level(Level which) const { return *level_mm(test->app, which); }
  [[nodiscard]] int steps() const { return test->steps() - first_steps; }

  /// A place on a ring, away from markers.
  [[nodiscard]] QPointF ring(Level which) const {
    const LevelHandles handles(test->app);
    const BodyProjection projection = view->projection();
    for (int x = view->width() / 3; x < view->width(); ++x)
      for (int y = 0; y < view->height(); ++y)
        if (handles.at(QPointF(x, y), projection) == which &&
            body_marker_at(test->app, QPointF(x, y), projection) == Selection::kNone)
          return QPointF(x, y);
    FAIL("no ring");
    return {};
  }
  void press(Level which) {
    at = ring(which);
    QTest::mousePress(view, Qt::LeftButton, {}, at.toPoint());
  }
  /// Moves the hand so that the level goes up by so many mm.
  void move(Level which, double mm) {
    const Vec3 middle{0, test->body().scan.neck.y, level(which)};
    const auto projection = view->projection();
    at += *projection.to_pane(middle + Vec3{0, 0, mm}) - *projection.to_pane(middle);
    QMouseEvent event(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(view, &event);
  }
  void release() { QTest::mouseRelease(view, Qt::LeftButton, {}, at.toPoint()); }

  QTemporaryDir folder;
  QString path;
  std::unique_ptr<TestWindow> test;
  BodyView* view = nullptr;
  int first_steps = 0;
  QPointF at;
};

}  // namespace

TEST_CASE("The neck level follows the hand, surface and X-ray follow the level, and it is one step to undo") {
  LevelsWindow window;
  TestWindow& test = *window.test;
  const double before = window.level(Level::kNeck), symphysis = window.level(Level::kSymphysis);
  const std::vector<float> picture = test.pixels();
  const auto surface = test.body().surface;
  window.press(Level::kNeck);
  window.move(Level::kNeck, 6);
  window.move(Level::kNeck, 6);
  CHECK(window.level(Level::kNeck) == Approx(before + 12).margin(2.5));  // before any network has answered
  REQUIRE(QTest::qWaitFor([&] { return test.body().surface != surface; }, kPatienceMs));
  window.release();
  REQUIRE(test.at_rest());
  CHECK(window.level(Level::kSymphysis) == symphysis);
  CHECK(test.body().scan.neck.z == window.level(Level::kNeck));
  CHECK(difference(test.pixels(), picture) > 1);
  CHECK(window.steps() == 1);
  const int moved = static_cast<int>(std::lround(window.level(Level::kNeck) - before));
  CHECK(test.app.document.history().undoText() == QString("Move the neck level %1 mm up").arg(moved));
  CHECK_FALSE(test.session().view.camera);  // the body was not turned

  test.app.document.undo();
  REQUIRE(test.at_rest());
  CHECK(window.level(Level::kNeck) == before);
  CHECK(*test.body().surface->depth.data() == *surface->depth.data());
  CHECK(test.body().surface->thickness == surface->thickness);
}

TEST_CASE("Escape takes a level back while it is held, and Reset levels does so later") {
  LevelsWindow window;
  TestWindow& test = *window.test;
  QAction& reset = *test.window.findChild<QAction*>("reset_levels");
  const double before = window.level(Level::kSymphysis);
  CHECK_FALSE(reset.isEnabled());
  window.press(Level::kSymphysis);
  window.move(Level::kSymphysis, -15);
  CHECK(window.level(Level::kSymphysis) < before - 10);
  QTest::keyClick(window.view, Qt::Key_Escape);
  CHECK(window.level(Level::kSymphysis) == before);
  window.move(Level::kSymphysis, -15);  // the button is still down
  window.release();
  CHECK(window.steps() == 0);
  CHECK(window.level(Level::kSymphysis) == before);
  CHECK_FALSE(test.session().view.camera);

  window.press(Level::kSymphysis);
  window.move(Level::kSymphysis, -15);
  window.release();
  REQUIRE(test.at_rest());
  REQUIRE(reset.isEnabled());
  reset.trigger();
  REQUIRE(test.at_rest());
  CHECK(window.level(Level::kSymphysis) == before);
  CHECK(test.body().scan.symphysis.z == before);
  CHECK(window.steps() == 2);
  CHECK_FALSE(reset.isEnabled());
}

TEST_CASE(
    "Keys walk to a level and move it by 1 mm, with Shift by 10 mm, as one step for a key that is held") {
  LevelsWindow window;
  window.view->setFocus();
  QTest::keyClick(window.view, Qt::Key_Tab);
  CHECK(window.view->accessibleDescription().startsWith("Neck"));
  const double before = std::round(window.level(Level::kNeck));
  for (int n = 0; n < 5; ++n) {
    QKeyEvent event(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier, {}, n > 0);
    QApplication::sendEvent(window.view, &event);
  }
  CHECK(window.level(Level::kNeck) == before - 5);
  CHECK(window.steps() == 1);
  CHECK(window.test->app.document.history().undoText() == "Move the neck level 5 mm down");
  QTest::keyClick(window.view, Qt::Key_Up, Qt::ShiftModifier);
  CHECK(window.level(Level::kNeck) == before + 5);
  CHECK(window.steps() == 2);
  QTest::keyClick(window.view, Qt::Key_Tab);
  CHECK(window.view->accessibleDescription().startsWith("Pubic symphysis"));
  QTest::keyClick(window.view, Qt::Key_Tab);
  CHECK(window.view->accessibleDescription().isEmpty());
  CHECK_FALSE(window.view->hasFocus());
}

TEST_CASE("A pinned marker keeps its place in the body when a level moves") {
  LevelsWindow window;
  TestWindow& test = *window.test;
  constexpr int kLiverTop = static_cast<int>(Marker::kLiverTop);
  set_pinned(test.app, kLiverTop, true);
  REQUIRE(test.at_rest());
  const auto place = [&] {
    return test.body().surface->placement.to_patient(*test.session().pins[kLiverTop], 0);
  };
  const Vec3 before = place();
  window.view->setFocus();
  QTest::keyClick(window.view, Qt::Key_Tab);
  for (int n = 0; n < 3; ++n) QTest::keyClick(window.view, Qt::Key_Up, Qt::ShiftModifier);
  REQUIRE(test.at_rest());
  CHECK(norm(place() - before) < 0.01);
  const session::Pins moved = test.session().pins;
  test.app.document.undo();
  CHECK(test.session().pins != moved);
}

TEST_CASE("Levels stop where the body ends, before each other, and within reach of where they were found") {
  LevelsWindow window;
  const double before = window.level(Level::kNeck);
  window.press(Level::kNeck);
  window.move(Level::kNeck, 4000);
  CHECK(window.level(Level::kNeck) > before + 50);
  CHECK(window.level(Level::kNeck) < 2000);
  window.move(Level::kNeck, -9000);
  CHECK(window.level(Level::kNeck) >= window.level(Level::kSymphysis) + 100);
  window.release();
  REQUIRE(window.test->at_rest());
  CHECK(window.test->window.message().isEmpty());
}

TEST_CASE("A session with moved levels opens with the same surface and X-ray to the last bit") {
  LevelsWindow window;
  TestWindow& test = *window.test;
  window.press(Level::kNeck);
  window.move(Level::kNeck, 14);
  window.release();
  REQUIRE(test.at_rest());
  const session::Session saved = session::from_json_text(session::to_json_text(test.session()), "a").session;
  TestWindow other(shipped_networks(), shipped_bodies());
  other.app.document.edit("Open", [&](session::Session& session) { session = saved; });
  other.start();
  REQUIRE(other.at_rest());
  CHECK(other.body().surface->depth == test.body().surface->depth);
  CHECK(other.body().surface->thickness == test.body().surface->thickness);
}

TEST_CASE("The levels of a body made to measure are shown and cannot be dragged, and the pane says why") {
  const auto test = settled_window();
  BodyView& view = *test->window.findChild<BodyView*>();
  view.catch_up();
  const double before = *level_mm(test->app, Level::kNeck);
  const LevelHandles handles(test->app);
  std::optional<QPoint> ring;
  for (int y = 0; y < view.height() && !ring; ++y)
    if (handles.at(QPointF(view.width() / 2.0, y), view.projection())) ring = QPoint(view.width() / 2, y + 7);
  REQUIRE(ring);
  QTest::mousePress(&view, Qt::LeftButton, {}, *ring);
  QTest::mouseRelease(&view, Qt::LeftButton, {}, *ring);
  CHECK(*level_mm(test->app, Level::kNeck) == before);
  CHECK(why_levels_are_fixed(test->app).contains("made to measure"));
  CHECK(test->steps() == 0);
  const QImage with = view.grab().toImage();
  test->window.findChild<QAction*>("level_handles")->trigger();
  CHECK(view.grab().toImage() != with);
  CHECK_FALSE(handles.at(QPointF(*ring), view.projection()));
}
