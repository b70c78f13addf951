#include "tests/ui/demo/stand.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace skiagraph::ui {

TestStand::TestStand(PredictorFactory networks, BodyModelSource bodies, QSize size)
    : parts((start_application(), std::move(networks)), std::move(bodies)),
      app(parts.app()),
      window(app, [this] { return now; }) {
  window.resize(size);
  window.show();
  REQUIRE(QTest::qWaitForWindowExposed(&window));
  window.start();
}

void TestStand::pass(double seconds) {
  constexpr double kStep = 0.1;
  for (double left = seconds; left > 0; left -= kStep) {
    now += std::min(kStep, left);
    player().advance();
  }
}

void TestStand::run(double seconds) {
  const EngineState state = app.engine.state();
  constexpr double kHardly = 0.002;
  pass(state == EngineState::kLoading || state == EngineState::kSettling ? kHardly : seconds);
}

bool TestStand::person_comes() {
  return QTest::qWaitFor(
      [this] {
        run(0.01);
        return player().curtain() < 1;
      },
      kPatienceMs);
}

bool TestStand::edit_goes_on(double seconds) {
  const bool begun = QTest::qWaitFor(
      [this] {
        run(0.1);
        return app.document.previewing();
      },
      kPatienceMs);
  pass(seconds);
  return begun;
}

bool TestStand::at_rest() const {
  return QTest::qWaitFor([this] { return app.engine.state() == EngineState::kSettled; }, kPatienceMs);
}

void TestStand::visit() {
  REQUIRE(person_comes());
  pass(2);
  QTest::keyClick(&window, Qt::Key_A);
  REQUIRE(mode() == DemoPlayer::Mode::kVisiting);
  REQUIRE(at_rest());
}

Pixel TestStand::marker(Marker marker) const {
  return shown_markers(session(), *app.engine.result())[static_cast<std::size_t>(marker)].position;
}

bool fits(const QLabel& label, const QString& text) {
  const QRect room = label.contentsRect();
  constexpr int kEndless = 100000;
  const QRect needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), kEndless),
                                                        Qt::AlignLeft | Qt::TextWordWrap, text);
  return needed.width() <= room.width() && needed.height() <= room.height();
}

}  // namespace skiagraph::ui
