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

namespace skiagraph {
namespace {

constexpr int kMarker = static_cast<int>(Marker::kLiverTop);
constexpr int kEvents = 200, kPatienceMs = 120000;
constexpr double kEventMs = 1000.0 / 60, kRadiusPx = 6;

struct DragTimes {
  int pictures = 0;  ///< new X-rays while the hand moved
  double seconds = 0, longest_gap_ms = 0, slowest_event_ms = 0, settle_ms = 0;
};

/// A hand that leads a marker round a circle, 60 mouse events a second.
DragTimes drag(ui::MainWindow& window) {
  DragTimes times;
  ui::XrayView& view = window.xray_view();
  const Pixel centre = window.markers().marker(kMarker).position;
  std::vector<float> shown = view.xray().pixels;
  QElapsedTimer clock;
  double last_picture = 0;
  QTest::mousePress(&view, Qt::LeftButton, {}, view.to_view(centre).toPoint());
  clock.start();
  const auto now_ms = [&] { return static_cast<double>(clock.nsecsElapsed()) / 1e6; };
  Pixel place = centre;
  for (int n = 1; n <= kEvents; ++n) {
    const double angle = 4 * std::numbers::pi * n / kEvents;
    place = {centre.row + kRadiusPx * std::sin(angle), centre.column + kRadiusPx * (1 - std::cos(angle))};
    const double begun = now_ms();
    QTest::mouseMove(&view, view.to_view(place).toPoint());
    times.slowest_event_ms = std::max(times.slowest_event_ms, now_ms() - begun);
    while (now_ms() < n * kEventMs) QTest::qWait(1);
    if (view.xray().pixels != shown) {
      shown = view.xray().pixels;
      ++times.pictures;
      times.longest_gap_ms = std::max(times.longest_gap_ms, now_ms() - last_picture);
      last_picture = now_ms();
    }
  }
  times.seconds = now_ms() / 1000;
  QSignalSpy settled(&window, &ui::MainWindow::settled);
  QElapsedTimer released;
  released.start();
  QTest::mouseRelease(&view, Qt::LeftButton, {}, view.to_view(place).toPoint());
  settled.wait(kPatienceMs);
  times.settle_ms = static_cast<double>(released.elapsed());
  return times;
}

void drag_in_window(benchmark::State& state) {
  application();
  ui::MainWindow window(
      [] { return std::make_unique<inference::Predictor>(SKIAGRAPH_MODELS); },
      [](bodies::Sex sex) {
        return bodies::read_body_model(SKIAGRAPH_MODELS / bodies::body_model_file_name(sex));
      },
      QString());
  QSignalSpy settled(&window, &ui::MainWindow::settled);
  window.show();
  if (!settled.wait(kPatienceMs)) {
    state.SkipWithError("the window shows no X-ray");
    return;
  }
  DragTimes times;
  for (auto _ : state) times = drag(window);
  state.counters["pictures_per_s"] = times.pictures / times.seconds;
  state.counters["longest_gap_ms"] = times.longest_gap_ms;
  state.counters["slowest_mouse_event_ms"] = times.slowest_event_ms;
  state.counters["settled_after_release_ms"] = times.settle_ms;
}
BENCHMARK(drag_in_window)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace skiagraph
