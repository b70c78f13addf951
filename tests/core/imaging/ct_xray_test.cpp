#include "core/imaging/ct_xray.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/imaging/ct_attenuation.h"
#include "tests/core/imaging/synthetic_ct.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::imaging;
using namespace skiagraph::testing;

namespace {

constexpr Vec3 kOddSpacing{0.7, 1.3, 2.9};

/// A frame of 4 mm pixels with the origin in its middle, turned in the frontal plane by this angle.
CanonicalPlacement placed(double angle = 0) {
  constexpr CanonicalFrame kFrame{64, 48, 12, 52, 24};
  constexpr double kHalfTorso = 80;
  const Vec3 up{kHalfTorso * std::sin(angle), 0, kHalfTorso * std::cos(angle)};
  return {kFrame, up, up * -1};
}

float pixel(const CtXray& xray, int row, int column) {
  return xray.image.pixels[static_cast<std::size_t>(row) * xray.image.frame.columns + column];
}

/// The mean over a pixel of a length known at each place (x, z), as its X-ray.
template <typename Length>
double expected(const CanonicalPlacement& placement, int row, int column, Length length) {
  constexpr int kParts = 20;
  double sum = 0;
  for (int a = 0; a < kParts; ++a)
    for (int b = 0; b < kParts; ++b) {
      const Vec3 p =
          placement.to_patient({row + (a + 0.5) / kParts - 0.5, column + (b + 0.5) / kParts - 0.5}, 0);
      sum += length(p.x, p.z);
    }
  return sum / (kParts * kParts) * ct_attenuation_per_mm(0) / kXrayFullScale;
}

/// Every pixel all of which shows more than `least` mm must have its closed-form integral within 1 %.
template <typename Length>
void check_integrals(const CtVolume& ct, const CanonicalPlacement& placement, double least, Length length) {
  const CtXray xray = project_ct(ct, placement);
  int checked = 0;
  for (int row = 0; row < placement.frame().rows; ++row)
    for (int column = 0; column < placement.frame().columns; ++column) {
      double shortest = 1e9;
      for (const double a : {-0.5, 0.5})
        for (const double b : {-0.5, 0.5}) {
          const Vec3 p = placement.to_patient({row + a, column + b}, 0);
          shortest = std::min(shortest, length(p.x, p.z));
        }
      if (shortest < least) continue;
      CAPTURE(row, column);
      REQUIRE(pixel(xray, row, column) == Approx(expected(placement, row, column, length)).epsilon(0.01));
      ++checked;
    }
  CHECK(checked > 50);
}

double total(const CtXray& xray, double mm_per_px) {
  return std::accumulate(xray.image.pixels.begin(), xray.image.pixels.end(), 0.0) * mm_per_px * mm_per_px *
         kXrayFullScale / ct_attenuation_per_mm(0);
}

}  // namespace

TEST_CASE("A sphere of water projects to its chords, and to its volume in all") {
  constexpr double kRadius = 40;
  const CtVolume ct = water_ct({141, 71, 33}, kOddSpacing, [](Vec3 p) { return norm(p) < kRadius; });
  for (const double angle : {0.0, 0.2, -0.5}) {
    CAPTURE(angle);
    const CanonicalPlacement placement = placed(angle);
    check_integrals(ct, placement, 1.2 * kRadius, [](double x, double z) {
      return 2 * std::sqrt(std::max(0.0, kRadius * kRadius - x * x - z * z));
    });
    CHECK(total(project_ct(ct, placement), placement.mm_per_px()) ==
          Approx(4.0 / 3 * std::numbers::pi * std::pow(kRadius, 3)).epsilon(0.01));
  }
}

TEST_CASE("A box of water projects to its depth") {
  constexpr Vec3 kHalf{31.3, 52.2, 40.7};
  const auto inside = [&](Vec3 p) {
    return std::abs(p.x) < kHalf.x && std::abs(p.y) < kHalf.y && std::abs(p.z) < kHalf.z;
  };
  for (const Vec3 spacing : {kOddSpacing, Vec3{2.9, 0.7, 1.3}, Vec3{1.3, 2.9, 0.7}}) {
    const auto count = [](double mm) { return static_cast<int>(120 / mm); };
    const CtVolume ct = water_ct({count(spacing.x), count(spacing.y), count(spacing.z)}, spacing, inside);
    check_integrals(ct, placed(), 1, [&](double x, double z) {
      // As far as the voxels' width from the border.
      return std::abs(x) < kHalf.x - 3 && std::abs(z) < kHalf.z - 3 ? 2 * kHalf.y : 0;
    });
    CHECK(total(project_ct(ct, placed()), placed().mm_per_px()) ==
          Approx(8 * kHalf.x * kHalf.y * kHalf.z).epsilon(0.01));
  }
}

TEST_CASE("A tilted cylinder of water projects to its slanted chords") {
  constexpr double kRadius = 30, kTilt = 0.4;
  // The axis leans backwards.
  const auto inside = [](Vec3 p) {
    return std::hypot(p.x, p.y * std::cos(kTilt) - p.z * std::sin(kTilt)) < kRadius;
  };
  const CtVolume ct = water_ct({141, 81, 33}, kOddSpacing, inside);
  check_integrals(ct, placed(), kRadius, [](double x, double z) {
    return std::abs(z) < 35 ? 2 * std::sqrt(std::max(0.0, kRadius * kRadius - x * x)) / std::cos(kTilt) : 0;
  });
  // The axis leans to the patient's left: seen from the front, a tilted band.
  const auto sideways = [](Vec3 p) {
    return std::hypot(p.y, p.x * std::cos(kTilt) - p.z * std::sin(kTilt)) < kRadius;
  };
  check_integrals(water_ct({161, 61, 33}, kOddSpacing, sideways), placed(), kRadius, [](double x, double z) {
    const double across = x * std::cos(kTilt) - z * std::sin(kTilt);
    return std::abs(z) < 35 ? 2 * std::sqrt(std::max(0.0, kRadius * kRadius - across * across)) : 0;
  });
}

TEST_CASE("Structures finer than a pixel keep their mean") {
  // Plates of one voxel, two of them in each pixel.
  CtVolume ct{120, 20, 120, {1, 2, 1}, {-59.3, -19, -59.3}, {}, {}};
  for (int n = 0; n < 120 * 20 * 120; ++n) ct.hounsfield.push_back(n % 2 == 0 ? 0 : -1000);
  const CtXray xray = project_ct(ct, placed());
  for (int row = 22; row < 42; ++row)
    for (int column = 14; column < 34; ++column)
      REQUIRE(pixel(xray, row, column) ==
              Approx(0.5 * 40 * ct_attenuation_per_mm(0) / kXrayFullScale).epsilon(0.01));
}

TEST_CASE("The picture is seen from the front: the patient's left on the right, the head above") {
  const CtVolume ct = water_ct({60, 60, 60}, {2, 2, 2}, [](Vec3 p) {
    return norm(p - Vec3{40, 0, 20}) < 12;
  });
  const CtXray xray = project_ct(ct, placed());
  const auto brightest = std::ranges::max_element(xray.image.pixels) - xray.image.pixels.begin();
  CHECK(std::abs(brightest % 48 - (24 + 10)) <= 1);
  CHECK(std::abs(brightest / 48 - (32 - 5)) <= 1);
}

TEST_CASE("Attenuation of CT values is that of the tissues") {
  CHECK(ct_attenuation_per_mm(0) == Approx(0.01939).epsilon(0.002));
  for (const double air : {-801.0, -1000.0, -3000.0}) CHECK(ct_attenuation_per_mm(air) == 0);
  // 0.95 g/cm3 (ICRP 110), 0.197 and 0.180 cm2/g at 60 and 80 keV.
  CHECK(ct_attenuation_per_mm(-100) == Approx(0.1 * 0.95 * 0.1877).epsilon(0.03));
  CHECK(ct_attenuation_per_mm(1600) == Approx(0.1 * 1.92 * 0.2619).epsilon(0.002));
  for (double value = -790; value < 3000; value += 10) {
    CHECK(ct_attenuation_per_mm(value + 10) > ct_attenuation_per_mm(value));
    CHECK(ct_attenuation_per_mm(value + 10) - ct_attenuation_per_mm(value) < 0.0003);
  }
}

TEST_CASE("A CT of one column and one slice is as wide and high as its voxels") {
  const CtVolume ct = water_ct({1, 20, 1}, {40, 5, 40}, [](Vec3) { return true; });
  const CtXray xray = project_ct(ct, placed());
  const double whole = 100 * ct_attenuation_per_mm(0) / kXrayFullScale;
  const int row = xray.image.frame.rows / 2, column = xray.image.frame.columns / 2;
  CHECK(pixel(xray, row, column) == Approx(whole).epsilon(0.01));
  CHECK(total(xray, placed().mm_per_px()) == Approx(40.0 * 40 * 100).epsilon(0.05));
}
