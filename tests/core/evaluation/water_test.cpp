#include "core/evaluation/water.h"

#include <torch/types.h>

#include <catch2/catch.hpp>

#include "core/imaging/ct_attenuation.h"
#include "core/imaging/xray_image.h"

using namespace skiagraph;
using namespace skiagraph::evaluation;

TEST_CASE("a body of plain water is predicted without error by water, part by part") {
  const geometry::CanonicalFrame frame;
  constexpr double kTorsoMm = 580;
  geometry::SurfaceImage surface{{frame, {0, 0, kTorsoMm}, {0, 0, 0}}, 0, {}, {}};
  for (int n = 0; n < frame.rows * frame.columns; ++n) {
    surface.depth.push_back(0);
    surface.thickness.push_back(0.4F);
  }
  const auto water =
      torch::full({frame.rows, frame.columns},
                  0.4 * kTorsoMm * imaging::ct_attenuation_per_mm(0) / imaging::kXrayFullScale);
  for (const double error : part_errors(water, water, surface).water) CHECK(error == Approx(0).margin(1e-6));
  // Something lies in the chest that only the prediction knows.
  auto truth = water.clone();
  truth.slice(0, 70, 90).fill_(0.1);
  const PartErrors errors = part_errors(truth, truth, surface);
  CHECK(errors.water[0] > 0.05);
  CHECK(errors.predicted[0] == 0);
  CHECK(errors.water[1] == Approx(0).margin(1e-6));
  CHECK(errors.water[2] == Approx(0).margin(1e-6));
}
