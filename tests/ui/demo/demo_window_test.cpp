#include "ui/demo/demo_window.h"

#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTranslator>
#include <QWheelEvent>
#include <catch2/catch.hpp>
#include <iostream>
#include <sstream>

#include "tests/ui/demo/stand.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

using Mode = DemoPlayer::Mode;

constexpr auto kLiverTop = static_cast<std::size_t>(Marker::kLiverTop);

QPointingDevice& touch_screen() {
  static QPointingDevice* screen = QTest::createTouchDevice();
  return *screen;
}

void move_mouse(QWidget& widget, QPointF at) {
  QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
  QApplication::sendEvent(&widget, &event);
}

int windows_seen() {
  const auto windows = QApplication::topLevelWidgets();
  return static_cast<int>(
      std::count_if(windows.begin(), windows.end(), [](const QWidget* w) { return w->isVisible(); }));
}

/// What goes to stderr while it lives.
class Console {
 public:
  Console() : before_(std::cerr.rdbuf(text_.rdbuf())) {}
  ~Console() { std::cerr.rdbuf(before_); }
  [[nodiscard]] std::string text() const { return text_.str(); }

 private:
  std::ostringstream text_;
  std::streambuf* before_;
};

/// Everything that is written on the window now.
QString all_texts(const QWidget& window) {
  QStringList texts;
  for (const QLabel* label : window.findChildren<QLabel*>()) texts << label->text();
  for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) texts << button->text();
  return texts.join('\n');
}

}  // namespace

TEST_CASE("The stand plays: the liver sinks by what the script says, the X-ray follows, and all goes back") {
  TestStand stand;
  CHECK(stand.player().curtain() == 1);
  REQUIRE(stand.person_comes());
  const DemoScene& scene = demo_script().front();
  CHECK(stand.part<QLabel>("stand_caption").text() == scene.introduction);
  const auto before = stand.app.engine.result();
  REQUIRE(before->complete);
  REQUIRE(stand.edit_goes_on(scene.edit.way_seconds + 0.2));
  CHECK(stand.part<QLabel>("stand_caption").text() == scene.edit.caption);
  const double mm_per_px = stand.app.engine.body()->surface->placement.mm_per_px();
  REQUIRE(stand.session().pins[kLiverTop]);
  const double sunk_mm =
      (stand.session().pins[kLiverTop]->row - before->markers[kLiverTop].position.row) * mm_per_px;
  CHECK(sunk_mm == Approx(26).margin(0.5));
  REQUIRE(QTest::qWaitFor(
      [&] { return difference(stand.app.engine.result()->xray.pixels, before->xray.pixels) > 1; },
      kPatienceMs));
  CHECK(stand.app.selection.selected() == static_cast<int>(Marker::kLiverTop));

  stand.pass(scene.edit.seconds());
  REQUIRE(stand.person_comes());
  CHECK(stand.player().scenes_played() == 1);
  CHECK(stand.player().person().name == demo_script()[1].person);
  CHECK_FALSE(any_pinned(stand.session()));
  CHECK(stand.app.document.history().count() == 0);
}

TEST_CASE("While a person is introduced the body turns to both sides and back") {
  TestStand stand;
  REQUIRE(stand.person_comes());
  double least = 0, most = 0;
  const auto turned = [&] {
    const auto& camera = stand.session().view.camera;
    return camera ? (camera->position - camera->focal_point).x / norm(camera->position - camera->focal_point)
                  : 0;
  };
  REQUIRE(QTest::qWaitFor(
      [&] {
        stand.run(0.05);
        least = std::min(least, turned());
        most = std::max(most, turned());
        return stand.app.document.previewing();
      },
      kPatienceMs));
  CHECK(least < -0.3);
  CHECK(most > 0.3);
  CHECK_FALSE(stand.session().view.camera);
}

TEST_CASE("A size grows in the person's body while the stand plays") {
  const auto& script = demo_script();
  const auto scene = std::ranges::find_if(script, [](const DemoScene& s) { return !s.edit.growths.empty(); });
  REQUIRE(scene != script.end());
  TestStand stand;
  for (auto n = script.begin(); n != scene; ++n) {
    REQUIRE(stand.edit_goes_on(n->edit.seconds()));
    stand.pass(1);
  }
  REQUIRE(stand.edit_goes_on(scene->edit.way_seconds + 0.2));
  const auto weight = [&] { return size_in(*stand.app.engine.body()->sizes, bodies::BodySize::kWeight); };
  CHECK(QTest::qWaitFor([&] { return std::abs(weight() - 85) < 1; }, kPatienceMs));
  CHECK_FALSE(stand.app.engine.body_error());
}

TEST_CASE("Whatever somebody touches, the stand hands over at once") {
  TestStand stand;
  REQUIRE(stand.edit_goes_on(1));
  QWidget& controls = stand.part<QWidget>("stand_reset");
  CHECK_FALSE(controls.isVisible());
  SECTION("mouse") {
    move_mouse(stand.window, stand.window.mapFromGlobal(QPointF(QCursor::pos())) + QPointF(30, 0));
  }
  SECTION("button of the mouse") {
    QTest::mousePress(&stand.window.body_view(), Qt::LeftButton, {}, {30, 30});
  }
  SECTION("wheel") {
    QWheelEvent event({50, 50}, stand.window.mapToGlobal(QPointF(50, 50)), {}, {0, 120}, {}, {},
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&stand.window.xray_view(), &event);
  }
  SECTION("key") {
    QTest::keyClick(&stand.window, Qt::Key_Space);
  }
  SECTION("touch screen") {
    QTest::touchEvent(stand.window.windowHandle(), &touch_screen()).press(0, {30, 30});
    QTest::touchEvent(stand.window.windowHandle(), &touch_screen()).release(0, {30, 30});
  }
  CHECK(stand.mode() == Mode::kVisiting);
  CHECK(stand.player().curtain() == 0);
  CHECK(controls.isVisible());
  CHECK_FALSE(any_pinned(stand.session()));
  CHECK(stand.app.document.history().count() == 0);
}

TEST_CASE("A mouse that trembles is nobody") {
  TestStand stand;
  REQUIRE(stand.person_comes());
  const QPointF at = stand.window.mapFromGlobal(QPointF(QCursor::pos()));
  for (int n = 0; n < 20; ++n) move_mouse(stand.window, at + QPointF(n % 3, -n % 2));
  CHECK(stand.mode() == Mode::kPlaying);
}

TEST_CASE("What wakes the stand does nothing else, but grips the marker that is under it") {
  TestStand stand;
  SECTION("on what will be a control") {
    REQUIRE(stand.person_comes());
    const QPoint at(stand.window.width() / 6,
                    stand.part<QLabel>("stand_hint").mapTo(&stand.window, QPoint(0, 20)).y());
    const bool by_finger = GENERATE(false, true);
    if (by_finger) {
      QTest::touchEvent(stand.window.windowHandle(), &touch_screen()).press(0, at);
      QTest::touchEvent(stand.window.windowHandle(), &touch_screen()).release(0, at);
    } else {
      QTest::mouseClick(stand.window.windowHandle(), Qt::LeftButton, {}, at);
    }
    CHECK(stand.mode() == Mode::kVisiting);
    CHECK(stand.player().person().name == demo_script().front().person);
    QTest::qWait(600);  // not the second of two clicks
    QTest::mouseClick(stand.window.windowHandle(), Qt::LeftButton, {}, at);
    CHECK(stand.player().person().name != demo_script().front().person);
  }
  SECTION("on a marker") {
    REQUIRE(stand.edit_goes_on(1.5));
    XrayView& view = stand.window.xray_view();
    const QPoint at = view.geometry_now().to_pane(stand.marker(Marker::kLiverTop)).toPoint();
    QTest::mousePress(&view, Qt::LeftButton, {}, at);
    CHECK(stand.app.selection.dragged() == static_cast<int>(Marker::kLiverTop));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, at);
  }
}

TEST_CASE("After a pause the stand plays on with the next breath, and nothing of the visitor is left") {
  TestStand stand;
  stand.visit();
  XrayView& view = stand.window.xray_view();
  const QPoint at = view.geometry_now().to_pane(stand.marker(Marker::kLiverTop)).toPoint();
  QTest::mousePress(&view, Qt::LeftButton, {}, at);
  QTest::mouseMove(&view, at + QPoint(0, 40));
  QTest::mouseRelease(&view, Qt::LeftButton, {}, at + QPoint(0, 40));
  QTest::mouseClick(&stand.part<QPushButton>("stand_what"), Qt::LeftButton);
  CHECK(any_pinned(stand.session()));
  stand.pass(50);
  CHECK(stand.mode() == Mode::kVisiting);
  QTest::keyClick(&view, Qt::Key_Shift);
  stand.pass(59);
  CHECK(stand.mode() == Mode::kVisiting);  // the key began the pause anew
  stand.pass(2);
  CHECK(stand.mode() == Mode::kReturning);
  CHECK(stand.player().curtain() > 0);
  CHECK_FALSE(stand.part<QWidget>("stand_about").isVisible());
  SECTION("a touch in the last moment") {
    QTest::mousePress(&view, Qt::LeftButton, {}, {5, 5});
    CHECK(stand.mode() == Mode::kVisiting);
    CHECK(stand.player().curtain() == 0);
    CHECK(any_pinned(stand.session()));  // it is the same visitor
  }
  SECTION("nobody") {
    stand.pass(3);
    CHECK(stand.mode() == Mode::kPlaying);
    REQUIRE(stand.person_comes());
    CHECK_FALSE(any_pinned(stand.session()));
    CHECK(stand.app.document.history().count() == 0);
  }
}

TEST_CASE("The three controls: another person, all as at first, what this is") {
  TestStand stand;
  stand.visit();
  QTest::mouseClick(&stand.part<QPushButton>("stand_person"), Qt::LeftButton);
  CHECK(stand.player().person().name == bodies::built_in_people()[2].name);
  CHECK(stand.part<QPushButton>("stand_person").text().contains("Small woman"));
  REQUIRE(stand.at_rest());
  const session::Session first = stand.session();
  XrayView& view = stand.window.xray_view();
  const QPoint at = view.geometry_now().to_pane(stand.marker(Marker::kLiverTop)).toPoint();
  QTest::mousePress(&view, Qt::LeftButton, {}, at);
  QTest::mouseMove(&view, at + QPoint(0, 40));
  QTest::mouseRelease(&view, Qt::LeftButton, {}, at + QPoint(0, 40));
  stand.app.document.set_view([](session::View& v) { v.window_level.width = 0.05; });
  CHECK_FALSE(stand.session() == first);
  QTest::mouseClick(&stand.part<QPushButton>("stand_reset"), Qt::LeftButton);
  CHECK(stand.session() == first);

  auto& about = stand.part<QWidget>("stand_about");
  CHECK_FALSE(about.isVisible());
  QTest::mouseClick(&stand.part<QPushButton>("stand_what"), Qt::LeftButton);
  CHECK(about.isVisible());
  QTest::mouseClick(&about, Qt::LeftButton, {}, {20, 20});
  CHECK_FALSE(about.isVisible());
  QTest::mouseClick(&stand.part<QPushButton>("stand_what"), Qt::LeftButton);
  QTest::keyClick(&stand.window, Qt::Key_Escape);
  CHECK_FALSE(about.isVisible());
}

TEST_CASE("Nothing can be opened, saved, exported or asked for, and no setting changes") {
  const QTemporaryDir folder;
  const QString before = QDir::currentPath();
  REQUIRE(QDir::setCurrent(folder.path()));
  TestStand stand;
  stand.visit();
  const QStringList settings = QSettings().allKeys();
  const session::Session session = stand.session();
  const int windows = windows_seen();
  const QWidgetList widgets{&stand.window, &stand.window.xray_view(), &stand.window.body_view(),
                            &stand.part<QPushButton>("stand_reset"), &stand.part<QLabel>("stand_caption")};
  for (QWidget* widget : widgets) {
    for (const Qt::Key key :
         {Qt::Key_O, Qt::Key_S, Qt::Key_N, Qt::Key_Q, Qt::Key_W, Qt::Key_P, Qt::Key_C, Qt::Key_I})
      for (const Qt::KeyboardModifiers with :
           {Qt::KeyboardModifiers(Qt::ControlModifier), Qt::ControlModifier | Qt::ShiftModifier})
        QTest::keyClick(widget, key, with);
    for (const Qt::Key key : {Qt::Key_F1, Qt::Key_F11, Qt::Key_F10, Qt::Key_Menu})
      QTest::keyClick(widget, key);
    QContextMenuEvent menu(QContextMenuEvent::Mouse, {20, 20}, widget->mapToGlobal(QPoint(20, 20)));
    QApplication::sendEvent(widget, &menu);
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(SKIAGRAPH_SOURCE_DIR "/README.md")});
    QDragEnterEvent enter({20, 20}, Qt::CopyAction, &file, Qt::LeftButton, {});
    QApplication::sendEvent(widget, &enter);
    CHECK_FALSE(widget->acceptDrops());
    CHECK(QApplication::activeModalWidget() == nullptr);
    CHECK(QApplication::activePopupWidget() == nullptr);
  }
  CHECK(stand.window.findChildren<QAction*>().isEmpty());
  CHECK(windows_seen() == windows);
  CHECK(stand.window.isVisible());
  CHECK(stand.session() == session);
  CHECK(stand.app.recent.entries().empty());
  CHECK(QSettings().allKeys() == settings);
  CHECK(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
  REQUIRE(QDir::setCurrent(before));
}

TEST_CASE("Only Ctrl+Alt+Q leaves the stand") {
  TestStand stand;
  REQUIRE(stand.person_comes());
  CHECK_FALSE(stand.window.close());
  QTest::keyClick(&stand.window, Qt::Key_F4, Qt::AltModifier);
  QTest::keyClick(&stand.window, Qt::Key_Q, Qt::ControlModifier);
  QTest::keyClick(&stand.window, Qt::Key_Escape);
  CHECK(stand.window.isVisible());
  CHECK_FALSE(stand.window.close());  // also from a visitor
  QTest::keyClick(&stand.window.xray_view(), Qt::Key_Q, Qt::ControlModifier | Qt::AltModifier);
  CHECK_FALSE(stand.window.isVisible());
}

TEST_CASE("In full screen it stays there") {
  TestStand stand;
  const auto is_full = [&] {
    return stand.window.isFullScreen() && stand.window.geometry() == stand.window.screen()->geometry();
  };
  stand.window.fill_screen();
  CHECK(QTest::qWaitFor(is_full));
  stand.window.showNormal();
  CHECK(QTest::qWaitFor(is_full));
}

TEST_CASE("Without networks the stand goes on from person to person, and its error is on stderr alone") {
  const Console console;
  TestStand stand(no_networks());
  const QString known = all_texts(stand.window);
  bool error_shown = false, picture_shown = false;
  REQUIRE(QTest::qWaitFor(
      [&] {
        stand.pass(0.5);
        error_shown = error_shown || all_texts(stand.window).contains("nowhere");
        picture_shown = picture_shown || stand.player().curtain() < 1;
        return stand.player().scenes_played() == 3;
      },
      kPatienceMs));
  CHECK_FALSE(error_shown);
  CHECK_FALSE(picture_shown);
  CHECK(known.contains(demo_script().front().introduction));
  CHECK(console.text().find("/nowhere") != std::string::npos);
  CHECK(windows_seen() == 1);
}

TEST_CASE("A person who cannot be made is passed by, and the next one is shown") {
  const Console console;
  const auto without_men = [](bodies::Sex sex) {
    if (sex == bodies::Sex::kMale) throw InputError("body_model.none", "There is no such model.");
    return shipped_bodies()(sex);
  };
  TestStand stand(shipped_networks(), without_men);
  bool man_shown = false;
  REQUIRE(QTest::qWaitFor(
      [&] {
        stand.run(0.1);
        const bool man = stand.player().person().targets.sex == bodies::Sex::kMale;
        man_shown = man_shown || (man && stand.player().scenes_played() == 1 && stand.player().curtain() < 1);
        return stand.player().scenes_played() == 2 && stand.player().curtain() < 1;
      },
      kPatienceMs));
  CHECK_FALSE(man_shown);
  CHECK(stand.player().person().name == demo_script()[2].person);
  CHECK_FALSE(stand.app.engine.body()->substitute);
  CHECK(console.text().find("slim-man") != std::string::npos);
  CHECK_FALSE(all_texts(stand.window).contains("no such model"));
}

TEST_CASE("All texts fit their places, in English and German, on small and large screens") {
  start_application();
  QTranslator german;
  REQUIRE(german.load(QLocale("de"), "skiagraph", "_", ":/translations"));
  const bool in_german = GENERATE(false, true);
  const QSize screen = GENERATE(QSize(1280, 800), QSize(1920, 1080), QSize(1024, 768), QSize(3840, 2160));
  if (in_german) QApplication::installTranslator(&german);
  {
    TestStand stand(no_networks(), shipped_bodies(), screen);
    INFO(screen.width() << " German " << in_german);
    auto& caption = stand.part<QLabel>("stand_caption");
    CHECK(caption.font().pixelSize() * 30 >= std::min(screen.height(), screen.width() * 3 / 5));  // large
    for (const DemoScene& scene : demo_script()) {
      CHECK(fits(caption, demo_text(scene.introduction)));
      CHECK(fits(caption, demo_text(scene.edit.caption)));
    }
    for (const char* name : {"stand_hint", "stand_notice"})
      CHECK(fits(stand.part<QLabel>(name), stand.part<QLabel>(name).text()));
    QTest::keyClick(&stand.window, Qt::Key_A);
    CHECK(fits(caption, caption.text()));
    QTest::mouseClick(&stand.part<QPushButton>("stand_what"), Qt::LeftButton);
    QTest::qWait(10);
    CHECK(fits(stand.part<QLabel>("stand_about_text"), stand.part<QLabel>("stand_about_text").text()));
    for (const char* name : {"stand_person", "stand_reset", "stand_what"}) {
      const auto& button = stand.part<QPushButton>(name);
      const QSize needed = button.fontMetrics().size(0, button.text());
      CHECK(needed.width() + 20 < button.width());
      CHECK(needed.height() + 10 < button.height());
    }
    CHECK(stand.part<QLabel>("stand_notice").isVisible());
  }
  QApplication::removeTranslator(&german);
}

TEST_CASE("Without OpenGL the stand shows the X-ray alone, and no sentence about it", "[without-opengl]") {
  TestStand stand;
  if (stand.window.body_view().can_draw()) return;
  CHECK_FALSE(stand.window.body_view().isVisible());
  CHECK(stand.window.xray_view().isVisible());
  REQUIRE(stand.person_comes());
}
