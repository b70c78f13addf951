#include <benchmark/benchmark.h>

#include <QTest>
#include <memory>

#include "core/bodies/body_model_file.h"
#include "tests/benchmark/application.h"
#include "ui/window/main_window.h"

namespace skiagraph::ui {
namespace {

/// A window at rest on the built-in person.
struct RestingWindow {
  AppParts parts;
  App app;
  MainWindow window;
  bool ready;

  RestingWindow()
      : parts((application(), [] { return std::make_unique<inference::Predictor>(SKIAGRAPH_MODELS); }),
              [](bodies::Sex sex) {
                return bodies::read_body_model(SKIAGRAPH_MODELS / bodies::body_model_file_name(sex));
              }),
        app(parts.app()),
        window(app) {
    constexpr int kPatienceMs = 120000;
    app.engine.start();
    window.show();
    ready = QTest::qWaitFor([this] { return app.engine.state() == EngineState::kSettled; }, kPatienceMs);
  }

  /// Another picture, of which nothing is known yet, and another highlighted marker.
  void change_picture(int number) {
    const session::XrayViewport shown = window.xray_view().geometry_now().viewport();
    app.document.set_view([&](session::View& view) {
      view.xray = shown;
      view.xray->centre.row += number % 2 == 0 ? 1e-6 : -1e-6;
    });
    app.selection.select(number % kMarkerCount);
  }
};

/// What each picture of a drag costs the window's thread, beside the networks: the X-ray becomes an image and
/// is painted with the markers.
void xray_in_window(::benchmark::State& state) {
  RestingWindow resting;
  if (!resting.ready) return state.SkipWithError("the window shows no X-ray");
  int number = 0;
  for (auto _ : state) {
    resting.change_picture(++number);
    resting.window.xray_view().repaint();
  }
}
BENCHMARK(xray_in_window)->Unit(::benchmark::kMillisecond)->UseRealTime();

/// What each picture of a drag costs the view of the body, which paints its markers anew; and, with `turned`,
/// what VTK takes to draw the body from another side.
void body_in_window(::benchmark::State& state, bool turned) {
  RestingWindow resting;
  if (!resting.ready) return state.SkipWithError("the window shows no X-ray");
  auto& view = *resting.window.findChild<BodyView*>();
  int number = 0;
  for (auto _ : state) {
    ++number;
    if (turned)
      resting.app.document.set_view([&](session::View& shown) {
        shown.side = number % 2 == 0 ? session::BodySide::kFront : session::BodySide::kLeft;
      });
    view.catch_up();
    view.repaint();
  }
}
BENCHMARK_CAPTURE(body_in_window, markers, false)->Unit(::benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(body_in_window, turned, true)->Unit(::benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace skiagraph::ui
