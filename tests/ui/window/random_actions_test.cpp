#include <QAction>
#include <QSlider>
#include <QTabWidget>
#include <catch2/catch.hpp>
#include <functional>
#include <vector>

#include "core/base/random.h"
#include "tests/ui/window.h"
#include "ui/body/body_view.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

/// Somebody who tries everything without reading. Real events; nothing that asks a question or writes a file.
class Restless {
 public:
  Restless(TestWindow& test, std::uint64_t seed) : test_(test), random_(seed, 0) {}

  /// One more action. Now and then the loop comes to rest before the next.
  void act() {
    const std::vector<std::function<void()>> actions{[this] { drag_marker(); },  [this] { drag_marker(); },
                                                     [this] { press_key(); },    [this] { press_key(); },
                                                     [this] { run_command(); },  [this] { change_size(); },
                                                     [this] { use_wheel(); },    [this] { turn_body(); },
                                                     [this] { toggle_group(); }, [this] { change_tab(); }};
    actions[below(actions.size())]();
    QTest::qWait(static_cast<int>(below(15)));
    if (below(25) == 0) REQUIRE(test_.at_rest());
  }

 private:
  std::size_t below(std::size_t count) { return random_.bits() % count; }
  double between(double least, double most) { return random_.uniform(least, most); }
  QWidget& xray() { return test_.window.xray_view(); }
  BodyView& body() { return *test_.window.findChild<BodyView*>(); }
  static QPoint somewhere(const QWidget& widget, Restless& self) {
    return {static_cast<int>(self.below(static_cast<std::size_t>(widget.width()))),
            static_cast<int>(self.below(static_cast<std::size_t>(widget.height())))};
  }

  /// To its end, given up with Esc, or a press that meets nothing.
  void drag_marker() {
    const auto marker = static_cast<int>(below(kMarkerCount));
    const QPoint from =
        below(6) == 0 ? somewhere(xray(), *this) : test_.in_pane(test_.marker(marker).position);
    QPoint at = from;
    QTest::mousePress(&xray(), Qt::LeftButton, {}, from);
    for (std::size_t n = below(4) + 1; n > 0; --n) {
      at += QPoint(static_cast<int>(between(-15, 15)), static_cast<int>(between(-15, 15)));
      QTest::mouseMove(&xray(), at);
    }
    if (below(4) == 0) QTest::keyClick(&xray(), Qt::Key_Escape);
    QTest::mouseRelease(&xray(), Qt::LeftButton, {}, at);
  }

  void press_key() {
    static constexpr Qt::Key kKeys[] = {Qt::Key_Up,  Qt::Key_Down,   Qt::Key_Left,   Qt::Key_Right,
                                        Qt::Key_Tab, Qt::Key_Escape, Qt::Key_Delete, Qt::Key_Backtab};
    const Qt::KeyboardModifiers modifiers = below(3) == 0 ? Qt::ShiftModifier : Qt::NoModifier;
    QTest::keyClick(&xray(), kKeys[below(std::size(kKeys))], modifiers);
  }

  void run_command() {
    static constexpr const char* kIds[] = {"undo",         "redo",          "undo",
                                           "redo",         "pin",           "release",
                                           "lock",         "back",          "left",
                                           "right",        "top",           "bottom",
                                           "fit_body",     "translucent",   "front",
                                           "fit_xray",     "labels",        "window_bone",
                                           "window_whole", "compare_split", "compare_difference",
                                           "built_in",     "xray_in_body",  "level_handles",
                                           "turn_body",    "reset_levels",  "window_soft",
                                           "window_lung",  "compare_blend", "copy_markers",
                                           "copy_xray",    "copy_range",    "reset_range",
                                           "reset_layout"};
    auto* action = test_.window.findChild<QAction*>(kIds[below(std::size(kIds))]);
    REQUIRE(action != nullptr);
    action->trigger();
  }

  void change_size() {
    const auto sliders = test_.window.findChildren<QSlider*>();
    QSlider* slider = sliders[static_cast<qsizetype>(below(static_cast<std::size_t>(sliders.size())))];
    QTest::keyClick(slider, below(2) == 0 ? Qt::Key_PageUp : Qt::Key_Left);
  }

  void use_wheel() {
    QWidget& widget = below(2) == 0 ? xray() : static_cast<QWidget&>(body());
    const QPoint at = somewhere(widget, *this);
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, below(2) == 0 ? 120 : -120}, {}, {},
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
  }

  void turn_body() {
    QPoint at = somewhere(body(), *this);
    const Qt::MouseButton button = below(2) == 0 ? Qt::LeftButton : Qt::MiddleButton;
    QTest::mousePress(&body(), button, {}, at);
    for (int n = 0; n < 3; ++n)
      QTest::mouseMove(&body(),
                       at += QPoint(static_cast<int>(between(-30, 30)), static_cast<int>(between(-30, 30))));
    QTest::mouseRelease(&body(), button, {}, at);
  }

  void toggle_group() {
    std::vector<QAbstractButton*> groups;
    for (auto* button : test_.window.findChildren<QAbstractButton*>())
      if (button->objectName().startsWith("group_")) groups.push_back(button);
    REQUIRE(!groups.empty());
    groups[below(groups.size())]->click();
  }

  void change_tab() {
    auto* tabs = test_.window.findChild<QTabWidget*>("tabs");
    tabs->setCurrentIndex(static_cast<int>(below(static_cast<std::size_t>(tabs->count()))));
  }

  TestWindow& test_;
  RandomStream random_;
};

/// What undo gives back; how pictures are looked at is nobody's edit.
session::Session without_view(session::Session session) {
  session.view = {};
  return session;
}

}  // namespace

TEST_CASE(
    "After 500 random actions undo leads back to the beginning, and its picture is the same to the last "
    "bit") {
  const auto test = settled_window();
  const session::Session first = without_view(test->session());
  const std::vector<float> picture = test->pixels();
  const std::uint64_t seed = GENERATE(1, 2);
  Restless person(*test, seed);
  for (int action = 0; action < 250; ++action) person.act();
  QTest::keyClick(&test->window.xray_view(), Qt::Key_Escape);
  CHECK(test->app.document.history().count() > 20);
  auto* undo = test->window.findChild<QAction*>("undo");
  while (undo->isEnabled()) undo->trigger();
  REQUIRE(test->at_rest());
  CHECK(without_view(test->session()) == first);
  CHECK(test->pixels() == picture);
  CHECK(test->window.message().isEmpty());
}
