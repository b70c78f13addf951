#include "core/imaging/ct_coverage.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/imaging/synthetic_ct.h"

using namespace skiagraph;
using namespace skiagraph::imaging;
using namespace skiagraph::testing;

namespace {

/// 200 x 200 x 100 mm.
CtVolume ct_of(const std::function<bool(Vec3)>& inside) {
  return water_ct({100, 100, 25}, {2, 2, 4}, inside);
}

bool in_torso(Vec3 p) {
  return std::hypot(p.x / 80, p.y / 60) < 1;
}

/// With a round field of view of 200 mm.
CtVolume in_round_field(CtVolume ct) {
  for (int k = 0; k < ct.nz; ++k)
    for (int j = 0; j < ct.ny; ++j)
      for (int i = 0; i < ct.nx; ++i)
        if (std::hypot(ct.origin_mm.x + 2 * i, ct.origin_mm.y + 2 * j) > 100)
          ct.hounsfield[ct.index(i, j, k)] = CtVolume::kOutside;
  return ct;
}

}  // namespace

TEST_CASE("A trunk is covered from its lowest to its highest slice, and the air beside it") {
  const CtCoverage coverage(ct_of(in_torso));
  for (const double x : {0.0, 70.0, -70.0, 95.0, -500.0, 500.0}) {
    CAPTURE(x);
    CHECK(coverage.covers(x, 0));
    CHECK(coverage.covers(x, 49));
    CHECK(coverage.covers(x, -49));
    CHECK_FALSE(coverage.covers(x, 51));
    CHECK_FALSE(coverage.covers(x, -51));
  }
}

TEST_CASE("Above a crown there is nothing to be covered") {
  const CtCoverage coverage(ct_of([](Vec3 p) { return in_torso(p) && p.z < 30; }));
  CHECK(coverage.covers(0, 60));
  CHECK(coverage.covers(0, 600));
  CHECK_FALSE(coverage.covers(0, -60));
}

TEST_CASE("Where the field cuts an arm off, it is not known how far the arm reaches") {
  const CtCoverage coverage(
      ct_of([](Vec3 p) { return in_torso(p) || (p.x > 0 && std::hypot(p.y, p.z) < 20); }));
  CHECK(coverage.covers(0, 0));
  CHECK(coverage.covers(90, 0));
  CHECK_FALSE(coverage.covers(120, 0));
  CHECK(coverage.covers(-120, 0));
  CHECK(coverage.covers(120, 40));  // above the arm
}

TEST_CASE("Rays on which the field cuts off the back are not covered") {
  const CtCoverage coverage(ct_of([](Vec3 p) { return std::hypot(p.x / 80, (p.y - 50) / 60) < 1; }));
  CHECK_FALSE(coverage.covers(0, 0));
  CHECK(coverage.covers(70, 0));
  CHECK(coverage.covers(300, 0));
}

TEST_CASE("A round field cuts off less of the middle than of the sides") {
  const auto wide = [](Vec3 p) { return std::hypot(p.x, p.y) < 100 && std::abs(p.y) < 50; };
  const CtCoverage coverage(in_round_field(ct_of(wide)));
  CHECK(coverage.covers(0, 0));
  CHECK(coverage.covers(70, 0));
  CHECK_FALSE(coverage.covers(95, 0));
  CHECK_FALSE(coverage.covers(-95, 0));
  CHECK_FALSE(coverage.covers(200, 0));
  CHECK(CtCoverage(in_round_field(ct_of(in_torso))).covers(200, 0));
}

TEST_CASE("A field that ends obliquely cuts a body off below") {
  CtVolume ct = ct_of([](Vec3 p) { return in_torso(p) && p.z < 30; });
  for (int k = 0; k < 3; ++k)
    for (int j = 0; j < ct.ny; ++j)
      for (int i = 0; i < ct.nx; ++i) ct.hounsfield[ct.index(i, j, k)] = CtVolume::kOutside;
  const CtCoverage coverage(ct);
  CHECK_FALSE(coverage.covers(0, -200));
  CHECK(coverage.covers(0, 200));
}
