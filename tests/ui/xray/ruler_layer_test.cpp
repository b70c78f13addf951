#include "ui/xray/layers/ruler_layer.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace skiagraph::ui;

TEST_CASE(
    "A ruler's steps are 1, 2 or 5 and zeros, far enough apart and no farther than needed, at every zoom") {
  for (double zoom = 0.001; zoom < 1000; zoom *= 1.07) {
    const RulerSteps steps = ruler_steps(zoom, 60);
    const double digit = steps.step_mm / std::pow(10, std::floor(std::log10(steps.step_mm) + 1e-9));
    CHECK((digit == Approx(1) || digit == Approx(2) || digit == Approx(5)));
    CHECK(steps.step_mm * zoom >= 60 * (1 - 1e-6));
    CHECK(steps.step_mm * zoom <= 150 * (1 + 1e-6));
    CHECK((steps.parts == 4 || steps.parts == 5));
  }
}
