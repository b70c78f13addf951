#include "core/geometry/body_pose.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/geometry/scan_alignment.h"
#include "tests/core/geometry/humanoid.h"
#include "tests/core/geometry/shapes.h"

using namespace skiagraph;
using namespace skiagraph::geometry;

namespace {

/// Head and trunk of a person, without legs.
TriangleMesh trunk() {
  TriangleMesh body = ellipsoid({0, -10, 1640}, {75, 95, 115});
  append(body, capsule({0, 5, 1580}, {0, 15, 1400}, 55));
  append(body, ellipsoid({0, 0, 1260}, {170, 110, 210}));
  append(body, capsule({-140, 10, 1400}, {140, 10, 1400}, 60));
  append(body, ellipsoid({0, 0, 1080}, {150, 105, 180}));
  append(body, ellipsoid({0, 0, 930}, {165, 110, 110}));
  return body;
}

std::string refusal(const TriangleMesh& person) {
  const BodyLevels levels{{0, 10, 1480}, {0, 0, 870}};
  try {
    check_pose(BodySections(person), levels);
  } catch (const InputError& error) {
    return error.code();
  }
  return {};
}

}  // namespace

TEST_CASE("A person who stands is in no pose that is refused") {
  for (const Arms arms : {Arms::kAtSides, Arms::kAway, Arms::kOutstretched, Arms::kRaised})
    CHECK(refusal(humanoid(arms)).empty());
}

TEST_CASE("Poses in which no level can be trusted are named") {
  TriangleMesh sitting = trunk(), kneeling = trunk();
  for (const double side : {-1.0, 1.0}) {
    append(sitting, capsule({side * 90, 0, 760}, {side * 120, -420, 640}, 72));
    append(sitting, capsule({side * 120, -420, 640}, {side * 120, -380, 160}, 50));
    append(kneeling, capsule({side * 90, 0, 860}, {side * 95, -60, 350}, 72));
    append(kneeling, capsule({side * 95, -60, 350}, {side * 95, 380, 310}, 50));
    append(kneeling, capsule({side * 95, 380, 310}, {side * 95, 380, 130}, 35));
  }
  CHECK(refusal(sitting) == "pose.sitting");
  CHECK(refusal(kneeling) == "pose.kneeling");
}

TEST_CASE("Arms before the body are named, wherever the hands are and whichever way is the front") {
  const auto refused = [](const TriangleMesh& person) -> std::string {
    try {
      check_arms(BodySections(person));
    } catch (const InputError& error) {
      return error.code();
    }
    return {};
  };
  TriangleMesh body = trunk();
  for (const double side : {-1.0, 1.0}) append(body, capsule({side * 90, 0, 800}, {side * 95, 0, 60}, 60));
  const auto with_arm = [&](Vec3 shoulder, Vec3 hand) {
    TriangleMesh person = body;
    append(person, capsule(shoulder, hand, 40));
    return person;
  };
  CHECK(refused(body).empty());
  CHECK(refused(with_arm({170, 0, 1400}, {240, 0, 780})).empty());
  CHECK(refused(with_arm({170, 0, 1400}, {800, 0, 1400})).empty());     // aside
  CHECK(refused(with_arm({170, 0, 1130}, {170, -330, 1130})).empty());  // a forearm
  for (const double z : {1100.0, 1400.0, 1700.0}) {
    CHECK(refused(with_arm({170, 0, 1400}, {150, -600, z})) == "pose.arms_forward");
    CHECK(refused(with_arm({170, 0, 1400}, {150, 600, z})) == "pose.arms_forward");
  }
}

TEST_CASE("One leg that is held out level is named, a leg forward in a step is not") {
  const auto refused = [](Vec3 foot) -> std::string {
    TriangleMesh person = trunk();
    append(person, capsule({-90, 0, 860}, {-95, 0, 60}, 65));
    append(person, capsule({90, 0, 860}, foot, 65));
    try {
      check_raised_leg(BodySections(person));
    } catch (const InputError& error) {
      return error.code();
    }
    return {};
  };
  CHECK(refused({95, 0, 60}).empty());
  for (const double front : {-1.0, 1.0}) {
    CHECK(refused({95, front * 400, 170}).empty());  // 30 degrees
    CHECK(refused({95, front * 800, 860}) == "pose.leg_raised");
    CHECK(refused({95, front * 800, 960}) == "pose.leg_raised");
  }
}

TEST_CASE("Legs alone are no person") {
  TriangleMesh legs;
  for (const double side : {-1.0, 1.0}) append(legs, capsule({side * 120, 0, 1500}, {side * 120, 0, 0}, 80));
  CHECK(refusal(legs) == "surface.no_trunk");
}

TEST_CASE("With axes and both levels given nothing more is asked for, and what a part lacks is told") {
  TriangleMesh part;
  append(part, ellipsoid({0, 0, 1100}, {170, 110, 330}));
  CHECK_THROWS_AS(align_scan(part), InputError);
  AlignmentOverrides given;
  given.axes = ScanAxes{"+z", "-y"};
  given.neck_level_mm = 630;
  given.symphysis_level_mm = 60;
  const AlignedScan scan = align_scan(transformed(part, scaling(0.001)), given);
  CHECK(scan.unit_mm == 1000);
  CHECK_FALSE(scan.levels_found);
  CHECK(scan.neck.z == Approx(630));
  CHECK(scan.symphysis.z == Approx(60));
  REQUIRE(scan.remarks.size() == 1);
  CHECK(scan.remarks[0].code == "scan.partial");
}
