#pragma once

#include <QTest>
#include <memory>
#include <string>
#include <vector>

#include "tests/ui/engine/shipped.h"
#include "ui/app/edits.h"
#include "ui/window/main_window.h"

namespace skiagraph::ui {

/// Makes the one application of the test program.
void start_application();

/// A window with all that it works with.
struct TestWindow {
  /// `state`: the folder of autosaves and locks; empty: none.
  TestWindow(PredictorFactory networks, BodyModelSource bodies, const QString& state = {});

  /// Begins, with a scan if there is one, and shows the window.
  void start(const QString& scan = {});
  /// Waits until the newest edit has its X-ray at rest; false when it takes too long.
  [[nodiscard]] bool at_rest() const;
  /// Waits for the message bar.
  [[nodiscard]] bool message_comes() const;

  [[nodiscard]] const session::Session& session() const { return app.document.session(); }
  [[nodiscard]] const LoadedBody& body() const { return *app.engine.body(); }
  /// Of the X-ray as it is shown.
  [[nodiscard]] const std::vector<float>& pixels() const { return app.engine.result()->fine_xray.pixels; }
  [[nodiscard]] inference::MarkerEstimate marker(int index) const;
  [[nodiscard]] int steps() const { return app.document.history().count(); }
  /// Where a place of the X-ray is in its pane.
  [[nodiscard]] QPoint in_pane(Pixel place);
  /// The X-ray's marker is pressed, and moved by so many pixels of the X-ray; the button stays down.
  void press_and_move(int marker, Pixel by);
  void release(int marker);

  AppParts parts;
  App app;
  MainWindow window;
};

/// A window that has come to rest on its first body.
std::unique_ptr<TestWindow> settled_window(const BodyModelSource& bodies = shipped_bodies(),
                                           const QString& scan = {});

/// Sum over all pixels of what differs; both of one frame.
double difference(const std::vector<float>& a, const std::vector<float>& b);

}  // namespace skiagraph::ui
