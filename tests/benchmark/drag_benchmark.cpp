#include <benchmark/benchmark.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "core/bodies/body_model_file.h"
#include "tests/benchmark/application.h"
#include "ui/window/main_window.h"

namespace skiagraph::ui {
namespace {

constexpr int kMarker = static_cast<int>(Marker::kLiverTop);
constexpr int kEvents = 200, kPatienceMs = 120000;
constexpr double kEventMs = 1000.0 / 60, kRadiusPx = 6;

struct DragTimes {
  int pictures = 0;  ///< new X-rays while the hand moved
  double seconds = 0, longest_gap_ms = 0, slowest_event_ms = 0, settle_ms = 0;
};

bool settles(const Engine& engine) {
  return QTest::qWaitFor([&] { return engine.state() == EngineState::kSettled; }, kPatienceMs);
}

/// A hand that leads a marker round a circle, 60 mouse events a second.
DragTimes drag(MainWindow& window, const App& app) {
  DragTimes times;
  XrayView& view = window.xray_view();
  const auto in_pane = [&](Pixel place) { return view.geometry_now().to_pane(place).toPoint(); };
  const Pixel centre = shown_markers(app.document.session(), *app.engine.result())[kMarker].position;
  std::shared_ptr<const Result> shown = app.engine.result();
  QElapsedTimer clock;
  double last_picture = 0;
  QTest::mousePress(&view, Qt::LeftButton, {}, in_pane(centre));
  clock.start();
  const auto now_ms = [&] { return static_cast<double>(clock.nsecsElapsed()) / 1e6; };
  Pixel place = centre;
  for (int n = 1; n <= kEvents; ++n) {
    const double angle = 4 * std::numbers::pi * n / kEvents;
    place = {centre.row + kRadiusPx * std::sin(angle), centre.column + kRadiusPx * (1 - std::cos(angle))};
    const double begun = now_ms();
    QTest::mouseMove(&view, in_pane(place));
    times.slowest_event_ms = std::max(times.slowest_event_ms, now_ms() - begun);
    while (now_ms() < n * kEventMs) QTest::qWait(1);
    if (app.engine.result() != shown) {
      shown = app.engine.result();
      ++times.pictures;
      times.longest_gap_ms = std::max(times.longest_gap_ms, now_ms() - last_picture);
      last_picture = now_ms();
    }
  }
  times.seconds = now_ms() / 1000;
  QElapsedTimer released;
  released.start();
  QTest::mouseRelease(&view, Qt::LeftButton, {}, in_pane(place));
  settles(app.engine);
  times.settle_ms = static_cast<double>(released.elapsed());
  return times;
}

void drag_in_window(::benchmark::State& state) {
  application();
  AppParts parts([] { return std::make_unique<inference::Predictor>(SKIAGRAPH_MODELS); },
                 [](bodies::Sex sex) {
                   return bodies::read_body_model(SKIAGRAPH_MODELS / bodies::body_model_file_name(sex));
                 });
  const App app = parts.app();
  MainWindow window(app);
  app.engine.start();
  window.show();
  if (!settles(app.engine)) {
    state.SkipWithError("the window shows no X-ray");
    return;
  }
  DragTimes times;
  for (auto _ : state) times = drag(window, app);
  state.counters["pictures_per_s"] = times.pictures / times.seconds;
  state.counters["longest_gap_ms"] = times.longest_gap_ms;
  state.counters["slowest_mouse_event_ms"] = times.slowest_event_ms;
  state.counters["settled_after_release_ms"] = times.settle_ms;
}
BENCHMARK(drag_in_window)->Iterations(1)->Unit(::benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace skiagraph::ui
