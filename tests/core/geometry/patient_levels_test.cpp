#include "core/geometry/patient_levels.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/geometry/scan_alignment.h"
#include "tests/core/geometry/humanoid.h"
#include "tests/core/geometry/shapes.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using Catch::Matchers::Contains;

namespace {

/// The person as a CT shows it: at any place, flat where the CT ends.
TriangleMesh between(double low, double high, Vec3 shift = {}) {
  TriangleMesh skin = humanoid();
  for (Vec3& p : skin.vertices) {
    p.z = std::clamp(p.z, low, high);
    p = p + shift;
  }
  return skin;
}

}  // namespace

TEST_CASE("Levels are found where the skin lies") {
  const AlignedScan aligned = align_scan(humanoid());
  const Vec3 shift{30, -200, -900};
  const BodyLevels levels = find_patient_levels(between(0, 2000, shift));
  CHECK(levels.neck.z == Approx(aligned.neck.z + shift.z).margin(1));
  CHECK(levels.symphysis.z == Approx(aligned.symphysis.z + shift.z).margin(1));
  CHECK(levels.neck.x == Approx(shift.x).margin(5));
  CHECK(levels.symphysis.x == Approx(shift.x).margin(5));
}

TEST_CASE("A CT that ends at the knees shows the levels too") {
  const AlignedScan aligned = align_scan(humanoid());
  const BodyLevels levels = find_patient_levels(between(500, 2000));
  CHECK(levels.neck.z == Approx(aligned.neck.z).margin(25));
  CHECK(levels.symphysis.z == Approx(aligned.symphysis.z).margin(40));
}

TEST_CASE("A part of a body has no levels") {
  CHECK_THROWS_AS(find_patient_levels(between(0, 1600)), InputError);     // the head cut
  CHECK_THROWS_AS(find_patient_levels(between(0, 1400)), InputError);     // to the shoulders
  CHECK_THROWS_AS(find_patient_levels(between(1000, 2000)), InputError);  // from the belly up
  CHECK_THROWS_AS(find_patient_levels(between(1000, 1400)), InputError);
}
