#include "core/imaging/projection.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "core/base/vector.h"
#include "core/imaging/xray_image.h"

using namespace skiagraph;
using namespace skiagraph::imaging;

namespace {

constexpr int kDepth = 160, kRows = 60, kColumns = 60;
constexpr double kStepMm = 1.5, kPixelMm = 4, kAttenuationPerMm = 0.02;

/// Place of a sample about the middle of the grid, mm.
Vec3 place(double depth, double row, double column) {
  return {(column - (kColumns - 1) / 2.0) * kPixelMm, (depth - (kDepth - 1) / 2.0) * kStepMm,
          ((kRows - 1) / 2.0 - row) * kPixelMm};
}

/// Attenuation of a body; partly filled samples at its surface, by a signed distance (positive inside).
torch::Tensor attenuation_of(const std::function<double(Vec3)>& inside) {
  auto volume = torch::empty({kDepth, kRows, kColumns});
  auto out = volume.accessor<float, 3>();
  for (int d = 0; d < kDepth; ++d)
    for (int r = 0; r < kRows; ++r)
      for (int c = 0; c < kColumns; ++c)
        out[d][r][c] = static_cast<float>(kAttenuationPerMm *
                                          std::clamp(0.5 + inside(place(d, r, c)) / kStepMm, 0.0, 1.0));
  return volume;
}

/// Greatest error of the picture against the chord length of each ray, relative to the longest chord; rays
/// within `margin_mm` of the outline are left out: their chord changes within a sample.
double worst_error(const torch::Tensor& picture, const std::function<double(double x, double z)>& chord,
                   const std::function<bool(double x, double z)>& clear) {
  double worst = 0, longest = 0;
  const auto pixel = picture.accessor<float, 2>();
  for (int r = 0; r < kRows; ++r)
    for (int c = 0; c < kColumns; ++c) {
      const Vec3 p = place(0, r, c);
      if (!clear(p.x, p.z)) continue;
      const double expected = chord(p.x, p.z);
      longest = std::max(longest, expected);
      worst = std::max(worst, std::abs(pixel[r][c] * kXrayFullScale / kAttenuationPerMm - expected));
    }
  REQUIRE(longest > 50);
  return worst / longest;
}

}  // namespace

TEST_CASE("projection of a ball is its chord") {
  constexpr double kRadius = 90;
  const auto picture = project_xray(attenuation_of([](Vec3 p) { return kRadius - norm(p); }), kStepMm);
  REQUIRE(picture.sizes() == at::IntArrayRef({kRows, kColumns}));
  CHECK(
      worst_error(
          picture,
          [](double x, double z) { return 2 * std::sqrt(std::max(0.0, kRadius * kRadius - x * x - z * z)); },
          [](double x, double z) { return std::abs(std::hypot(x, z) - kRadius) > 4; }) < 0.01);
}

TEST_CASE("projection of a box is its depth") {
  const Vec3 half{70, 65.25, 50};
  const auto picture = project_xray(
      attenuation_of([&](Vec3 p) {
        return std::min({half.x - std::abs(p.x), half.y - std::abs(p.y), half.z - std::abs(p.z)});
      }),
      kStepMm);
  CHECK(worst_error(
            picture,
            [&](double x, double z) { return std::abs(x) < half.x && std::abs(z) < half.z ? 2 * half.y : 0; },
            [&](double x, double z) {
              return std::abs(std::abs(x) - half.x) > 1 && std::abs(std::abs(z) - half.z) > 1;
            }) < 0.01);
}

TEST_CASE("projection of a tilted cylinder is its chord over the cosine") {
  // A long cylinder in the (y, z) plane, its axis tilted from z towards the rays.
  constexpr double kRadius = 40, kTilt = 0.5;
  const double c = std::cos(kTilt), s = std::sin(kTilt);
  const auto picture = project_xray(
      attenuation_of([&](Vec3 p) { return kRadius - std::hypot(p.x, p.y * c - p.z * s); }), kStepMm);
  CHECK(worst_error(
            picture,
            [&](double x, double) { return 2 * std::sqrt(std::max(0.0, kRadius * kRadius - x * x)) / c; },
            [&](double x, double z) { return std::abs(std::abs(x) - kRadius) > 3 && std::abs(z) < 90; }) <
        0.01);
}

TEST_CASE("projection adds along the ray, in units of the full scale, and clips") {
  const auto thin = torch::rand({10, 3, 4}) * 0.01, thick = torch::rand({10, 3, 4}) * 0.01;
  const auto both = project_xray(torch::cat({thin, thick}), 2.0);
  CHECK((both - project_xray(thin, 2.0) - project_xray(thick, 2.0)).abs().max().item<double>() < 1e-6);
  // 200 mm of 0.02 per mm: an integral of 4.
  CHECK(project_xray(torch::full({100, 1, 1}, 0.02), 2.0).item<double>() == Approx(4 / kXrayFullScale));
  CHECK(project_xray(torch::zeros({10, 2, 2}), 2.0).max().item<double>() == 0);
  CHECK(project_xray(torch::full({100, 2, 2}, 0.2), 2.0).min().item<double>() == 1);
}
