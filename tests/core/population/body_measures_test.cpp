#include "core/population/body_measures.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "tests/core/anatomy/synthetic_anatomy.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using namespace skiagraph::population;

namespace {

BodyMeasures measures_of(const HabitusParameters& habitus, const InteriorParameters& motions = {}) {
  return measure_body(synthetic_base(), habitus, Interior(synthetic_base(), motions));
}

}  // namespace

TEST_CASE("a tape around the synthetic trunk finds the girth of an ellipse") {
  const BaseAnatomy& base = synthetic_base();
  const Section waist = section(base, Habitus(base, {}), Girth::kWaist);
  const double a = waist.breadth / 2, b = waist.depth / 2;
  const double h = std::pow((a - b) / (a + b), 2);  // Ramanujan
  const double ellipse = std::numbers::pi * (a + b) * (1 + 3 * h / (10 + std::sqrt(4 - 3 * h)));
  CHECK(waist.breadth == Approx(330).margin(8));
  CHECK(waist.depth == Approx(200).margin(8));
  CHECK(waist.girth == Approx(ellipse).epsilon(0.02));
}

TEST_CASE("measures grow with the body") {
  HabitusParameters larger;
  larger.scale = 1.1;
  const BodyMeasures rest = measures_of({}), grown = measures_of(larger);
  for (int n = 0; n < kMeasureCount; ++n) {
    INFO(measure_names()[n]);
    CHECK(rest[n] > 0);
    CHECK(grown[n] / rest[n] == Approx(n == kMass ? 1.331 : 1.1).epsilon(0.005));
  }
}

TEST_CASE("posture does not change the measures") {
  HabitusParameters turned;
  turned.yaw = 0.1, turned.pitch = -0.1, turned.flattened_mm = 20;
  turned.abduction = {1, 1};
  const BodyMeasures rest = measures_of({}), found = measures_of(turned);
  for (int n = 0; n < kMeasureCount; ++n) {
    INFO(measure_names()[n]);
    CHECK(found[n] == Approx(rest[n]).epsilon(1e-3));
  }
}

TEST_CASE("organ lengths follow the interior and girths do not") {
  const Vec3 kidney = synthetic_base().landmark(Marker::kKidneyCentreLeft);
  const BodyMeasures rest = measures_of({}),
                     longer = measures_of({}, {{kidney, {50, 50, 70}, {}, {0, 0, 0.2}, true}});
  CHECK(longer[kLeftKidneyLength] > 1.1 * rest[kLeftKidneyLength]);
  CHECK(longer[kRightKidneyLength] == Approx(rest[kRightKidneyLength]).margin(4));
  CHECK(longer[kWaistGirth] == rest[kWaistGirth]);
  CHECK(longer[kMass] == rest[kMass]);
}
