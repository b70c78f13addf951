#include "core/population/anthropometry.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "core/base/error.h"
#include "core/population/body_measures.h"
#include "core/population/habitus_fit.h"
#include "tests/core/anatomy/phantom_base.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using namespace skiagraph::population;

namespace {

Spread spread_of(const std::vector<double>& values) {
  double sum = 0, squares = 0;
  for (const double v : values) sum += v, squares += v * v;
  const auto n = static_cast<double>(values.size());
  return {sum / n, std::sqrt(squares / n - sum * sum / (n * n))};
}

BodyMeasures measures_of(const HabitusParameters& habitus) {
  return measure_body(phantom_base(), habitus, Interior(phantom_base(), {}));
}

}  // namespace

TEST_CASE("builds spread as published among women and men") {
  constexpr int kPeople = 8000;
  for (const Sex sex : {Sex::kFemale, Sex::kMale}) {
    const PublishedAdults& adults = published_adults(sex);
    std::vector<double> stature, mass, sitting, chest, waist, hip;
    for (std::uint64_t n = 0; n < kPeople; ++n) {
      RandomStream random(31, n);
      const Build build = draw_build(sex, random);
      stature.push_back(build.stature_mm);
      mass.push_back(build.mass_kg);
      sitting.push_back(build.sitting_height_mm);
      chest.push_back(build.girth_mm[0]);
      waist.push_back(build.girth_mm[1]);
      hip.push_back(build.girth_mm[2]);
    }
    const auto check = [](const std::vector<double>& values, const Spread& published) {
      CHECK(spread_of(values).mean == Approx(published.mean).epsilon(0.02));
      CHECK(spread_of(values).sd == Approx(published.sd).epsilon(0.15));
    };
    check(stature, adults.stature);
    check(mass, adults.mass);
    check(sitting, adults.sitting_height);
    check(chest, adults.chest_girth);
    check(waist, adults.waist_girth);
    check(hip, adults.hip_girth);
  }
}

TEST_CASE("a drawn body measures what its build says") {
  int fitting = 0;
  for (std::uint64_t n = 0; n < 12; ++n) {
    INFO("person " << n);
    RandomStream random(32, n);
    const Build build = draw_build(Sex::kFemale, random);
    HabitusParameters parameters;
    parameters.yaw = 0.04, parameters.flattened_mm = 12;
    HabitusParameters fit;
    try {
      fit = fitted(phantom_base(), parameters, build);
    } catch (const InputError&) {
      continue;
    }
    ++fitting;
    CHECK(fit.yaw == 0.04);
    CHECK(fit.flattened_mm == 12);
    const BodyMeasures found = measures_of(fit);
    CHECK(found[kStature] == Approx(build.stature_mm).margin(2));
    CHECK(found[kSittingHeight] == Approx(build.sitting_height_mm).margin(1));
    CHECK(found[kMass] == Approx(build.mass_kg).margin(0.4));
    // When the limbs cannot take the whole difference, the trunk takes some.
    CHECK(found[kChestGirth] == Approx(build.girth_mm[0]).epsilon(0.09));
    CHECK(found[kWaistGirth] == Approx(build.girth_mm[1]).epsilon(0.09));
    CHECK(found[kHipGirth] == Approx(build.girth_mm[2]).epsilon(0.09));
  }
  CHECK(fitting >= 9);
}

TEST_CASE("a weight that no body of these girths has is refused") {
  Build build{1630, 850, 30, {947, 861, 1021}};
  CHECK_THROWS_AS(fitted(phantom_base(), {}, build), InputError);
  build.mass_kg = 160;
  CHECK_THROWS_WITH(fitted(phantom_base(), {}, build), Catch::Matchers::Contains("cannot weigh 160 kg"));
}

TEST_CASE("drawn people take all the poses") {
  int down = 0, away = 0, raised = 0, lying = 0;
  constexpr int kPeople = 60;
  for (std::uint64_t n = 0; n < kPeople; ++n) {
    RandomStream random(33, n);
    try {
      const HabitusParameters p = draw_habitus(phantom_base(), random);
      down += p.abduction[0] < 0.3;
      away += p.abduction[0] > 0.3 && p.abduction[0] < 1.2;
      raised += p.abduction[0] > 2.2;
      lying += p.flattened_mm > 0;
    } catch (const InputError&) {
    }
  }
  CHECK(down > 10);
  CHECK(away > 6);
  CHECK(raised > 1);
  CHECK(lying > 10);
  CHECK(lying < 40);
}
