#pragma once

#include <QTest>
#include <memory>

#include "tests/ui/window.h"
#include "ui/demo/demo_window.h"

namespace skiagraph::ui {

/// The stand with a clock that the test turns.
struct TestStand {
  explicit TestStand(PredictorFactory networks = shipped_networks(),
                     BodyModelSource bodies = shipped_bodies(), QSize size = {1000, 700});

  /// The clock goes on in small steps, and the player with it.
  void pass(double seconds);
  /// The same, but hardly while the engine still works: the player waits for it for a minute.
  void run(double seconds);
  /// Waits until this person's X-ray is there and the curtain begins to rise.
  [[nodiscard]] bool person_comes();
  /// Waits until the scene's edit has begun, and goes on for so long.
  [[nodiscard]] bool edit_goes_on(double seconds);
  [[nodiscard]] bool at_rest() const;
  /// As a visitor who has just come.
  void visit();

  [[nodiscard]] DemoPlayer& player() { return window.player(); }
  [[nodiscard]] DemoPlayer::Mode mode() { return window.player().mode(); }
  [[nodiscard]] const session::Session& session() const { return app.document.session(); }
  [[nodiscard]] Pixel marker(Marker marker) const;
  template <class Widget>
  [[nodiscard]] Widget& part(const char* name) {
    return *window.findChild<Widget*>(name);
  }

  double now = 0;  ///< seconds
  AppParts parts;
  App app;
  DemoWindow window;
};

/// Whether a text needs no more room than its label has.
bool fits(const QLabel& label, const QString& text);

}  // namespace skiagraph::ui
