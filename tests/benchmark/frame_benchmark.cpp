#include <benchmark/benchmark.h>

#include <QApplication>
#include <QTest>
#include <memory>

#include "tests/benchmark/application.h"
#include "tests/benchmark/built_in_scan.h"
#include "ui/body/body_view.h"
#include "ui/xray/xray_view.h"

namespace skiagraph {
namespace {

/// A picture with something in it, another one for each `number`.
imaging::XrayImage picture(int number) {
  imaging::XrayImage xray;
  xray.pixels.resize(static_cast<std::size_t>(xray.frame.rows) * xray.frame.columns);
  for (std::size_t n = 0; n < xray.pixels.size(); ++n)
    xray.pixels[n] = static_cast<float>((n * 7 + static_cast<std::size_t>(number) * 13) % 97) / 97;
  return xray;
}

inference::MarkerEstimates markers(int number) {
  inference::MarkerEstimates estimates;
  for (std::size_t n = 0; n < estimates.size(); ++n)
    estimates[n].position = estimates[n].answer = {60.0 + 8 * static_cast<double>(n), 96.0 + number % 5};
  return estimates;
}

/// What each picture of a drag costs the window's thread, beside the networks: the X-ray becomes an image,
/// the markers move, both are painted.
void xray_in_window(benchmark::State& state) {
  application();
  ui::MarkerModel model;
  ui::XrayView view(model);
  view.resize(700, 900);
  view.set_surface(std::make_shared<geometry::SurfaceImage>(built_in_surface()), false);
  model.reset(geometry::CanonicalFrame{});
  view.show();
  if (!QTest::qWaitForWindowExposed(&view)) return state.SkipWithError("the window is not shown");
  int number = 0;
  for (auto _ : state) {
    ++number;
    view.set_xray(picture(number));
    model.take_answer(markers(number));
    view.repaint();
  }
}
BENCHMARK(xray_in_window)->Unit(benchmark::kMillisecond)->UseRealTime();

/// What each picture of a drag costs the view of the body, whose markers move; and, with `turned`, what VTK
/// takes to draw the body from another side.
void body_in_window(benchmark::State& state, bool turned) {
  application();
  ui::MarkerModel model;
  ui::BodyView view(model);
  view.resize(500, 800);
  auto scan = std::make_shared<ui::LoadedScan>();
  scan->scan = built_in_scan();
  scan->surface = std::make_shared<geometry::SurfaceImage>(built_in_surface());
  scan->skin = ui::body_geometry(scan->scan.mesh);
  view.set_scan(scan, false);
  model.reset(geometry::CanonicalFrame{});
  view.show();
  if (!QTest::qWaitForWindowExposed(&view)) return state.SkipWithError("the window is not shown");
  int number = 0;
  for (auto _ : state) {
    model.take_answer(markers(++number));
    if (turned) view.look_from(number % 2 == 0 ? ui::BodySide::kFront : ui::BodySide::kLeft);
    view.catch_up();
    view.repaint();
  }
}
BENCHMARK_CAPTURE(body_in_window, markers, false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(body_in_window, turned, true)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace skiagraph
