#include "core/anatomy/patient/habitus.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "tests/core/anatomy/synthetic_anatomy.h"
#include "tests/core/anatomy/test_points.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using std::numbers::pi;

namespace {

constexpr std::array<BodyPartId, 3> kParts{kTorso, kRightArm, kLeftArm};

Vec3 moved(const HabitusParameters& parameters, Vec3 point, BodyPartId part = kTorso) {
  return Habitus(synthetic_base(), parameters).from_base(point, part);
}

void check_near(Vec3 a, Vec3 b, double margin) {
  CHECK(a.x == Approx(b.x).margin(margin));
  CHECK(a.y == Approx(b.y).margin(margin));
  CHECK(a.z == Approx(b.z).margin(margin));
}

/// Every parameter away from rest.
HabitusParameters some_habitus(std::uint64_t person) {
  RandomStream random(2, person);
  const auto n = [&](double sd) { return random.truncated_normal(0, sd); };
  HabitusParameters p;
  p.scale = std::exp(n(0.05));
  p.leg_log = n(0.05);
  p.yaw = n(0.05), p.pitch = n(0.05);
  p.torso = {n(0.02), n(0.015)};
  for (double& log : p.breadth_log) log = n(0.06);
  for (double& log : p.depth_log) log = n(0.08);
  p.fat_log = n(0.5), p.belly_log = n(0.3), p.hip_log = n(0.25), p.back_log = n(0.2), p.breast_log = n(0.3);
  p.leg_girth_log = n(0.1);
  p.abduction = {random.uniform(0, 2), random.uniform(0, 2)};
  p.arm_girth_log = n(0.08), p.arm_length_log = n(0.03);
  p.flattened_mm = random.uniform(0, 25);
  return p;
}

}  // namespace

TEST_CASE("a habitus of nothing changes nothing") {
  RandomStream random(1, 0);
  const auto points = random_points({-300, -120, -390}, {300, 120, 800}, 2000, random);
  const Habitus habitus(synthetic_base(), {});
  for (const BodyPartId part : kParts) {
    CHECK(farthest(points, [&](Vec3 p) { return habitus.from_base(p, part); }) < 1e-5);
    CHECK(farthest(points, [&](Vec3 p) { return habitus.to_base(p, part); }) < 1e-5);
  }
}

TEST_CASE("to the base and back is the same place to 0.01 mm") {
  const BaseAnatomy& base = synthetic_base();
  for (std::uint64_t person = 0; person < 40; ++person) {
    RandomStream random(2, 1000 + person);
    const Habitus habitus(base, some_habitus(person));
    for (const BodyPartId part : kParts) {
      INFO("person " << person << ", part " << part);
      const auto there_and_back = [&](Vec3 p) { return habitus.to_base(habitus.from_base(p, part), part); };
      CHECK(farthest(base.parts[part].skin.vertices, there_and_back) < 0.01);
      const auto inside = random_points({-160, -95, -250}, {160, 95, 640}, 1000, random);
      CHECK(farthest(inside, there_and_back) < 0.01);
    }
  }
}

TEST_CASE("a habitus does not fold the torso") {
  for (std::uint64_t person = 0; person < 20; ++person) {
    RandomStream random(3, person);
    const Habitus habitus(synthetic_base(), some_habitus(person));
    for (const Vec3 p : random_points({-160, -95, -200}, {160, 95, 640}, 2000, random))
      REQUIRE(volume_ratio(p, 1, [&](Vec3 q) { return habitus.from_base(q, kTorso); }) > 0);
  }
}

TEST_CASE("stature, sitting height and mass are those of the deformed body") {
  const BaseAnatomy& base = synthetic_base();
  const Habitus rest(base, {});
  CHECK(rest.stature_mm() == Approx(base.crown_z - base.sole_z));
  HabitusParameters larger;
  larger.scale = 1.1;
  CHECK(Habitus(base, larger).stature_mm() == Approx(1.1 * rest.stature_mm()));
  CHECK(Habitus(base, larger).sitting_height_mm() == Approx(1.1 * rest.sitting_height_mm()));
  CHECK(Habitus(base, larger).mass_kg() == Approx(1.331 * rest.mass_kg()).epsilon(1e-3));
  HabitusParameters long_legs;
  long_legs.leg_log = 0.1;
  const Habitus tall(base, long_legs);
  CHECK(tall.sitting_height_mm() == Approx(rest.sitting_height_mm()).margin(2));
  CHECK(tall.stature_mm() - tall.sitting_height_mm() ==
        Approx(std::exp(0.1) * (rest.stature_mm() - rest.sitting_height_mm())).epsilon(0.01));
  HabitusParameters fat;
  fat.fat_log = 0.5;
  CHECK(Habitus(base, fat).mass_kg() > rest.mass_kg() + 2);
}

TEST_CASE("each parameter does what it says") {
  const BaseAnatomy& base = synthetic_base();
  // Between pelvis and ribs.
  const Vec3 flank{165, 0, 240}, belly{0, -100, 240}, back{0, 100, 240}, muscle{0, -60, 240};
  HabitusParameters p;

  SECTION("scale") {
    p.scale = 1.1;
    CHECK(norm(moved(p, belly) - moved(p, back)) == Approx(220).margin(0.5));
    CHECK(moved(p, {0, 0, base.neck_z}).z - moved(p, {0, 0, base.symphysis_z}).z ==
          Approx(1.1 * (base.neck_z - base.symphysis_z)).margin(0.5));
  }
  SECTION("fat grows at the skin and leaves the muscle") {
    p.fat_log = 0.6;
    check_near(moved(p, muscle), muscle, 0.5);
    CHECK(moved(p, belly).y < belly.y - 6);
    CHECK(moved(p, belly).y > belly.y - 40);
    CHECK(moved(p, back).y > back.y + 6);
    CHECK(moved(p, flank).x > flank.x + 10);
  }
  SECTION("the belly grows in front") {
    p.belly_log = 0.8;
    const double front = belly.y - moved(p, belly).y, behind = moved(p, back).y - back.y;
    CHECK(front > 5);
    CHECK(front > 4 * behind);
    CHECK(belly.y - moved(p, {0, -100, 500}).y - (belly.y + 100) < front);
  }
  SECTION("breadth without depth") {
    p.breadth_log[2] = 0.1;
    CHECK(moved(p, flank).x > flank.x * 1.08);
    CHECK(moved(p, belly).y == Approx(belly.y).margin(0.1));
  }
  SECTION("neck and symphysis stay at their heights") {
    p.torso = {0.03, -0.02};
    CHECK(moved(p, {0, 0, base.neck_z}).z == Approx(base.neck_z).margin(0.01));
    CHECK(moved(p, {0, 0, base.symphysis_z}).z == Approx(base.symphysis_z).margin(0.01));
    CHECK(std::abs(moved(p, {0, 0, 280}).z - 280) > 5);
  }
  SECTION("arms turn about the shoulders, each to its own side") {
    p.abduction = {pi / 2, pi / 2};
    for (const bool left : {false, true}) {
      const Vec3 joint = base.shoulder_joints[left ? 1 : 0];
      const BodyPartId part = left ? kLeftArm : kRightArm;
      check_near(moved(p, joint, part), joint, 0.01);
      check_near(moved(p, joint - Vec3{0, 0, 400}, part), joint + Vec3{left ? 400.0 : -400.0, 0, 0}, 0.1);
    }
    p.abduction = {pi, 0};
    const Vec3 right = base.shoulder_joints[0], left = base.shoulder_joints[1];
    check_near(moved(p, right - Vec3{0, 0, 400}, kRightArm), right + Vec3{0, 0, 400}, 0.1);
    check_near(moved(p, left - Vec3{0, 0, 400}, kLeftArm), left - Vec3{0, 0, 400}, 0.1);
  }
  SECTION("legs grow about their own axes and in length") {
    const Vec3 leg = base.legs.at(true, -300);
    p.leg_girth_log = std::log(1.2);
    check_near(moved(p, leg), leg, 0.5);
    CHECK(moved(p, leg + Vec3{0, 40, 0}).y == Approx(leg.y + 48).margin(1));
    CHECK(moved(p, muscle).y == Approx(muscle.y).margin(0.1));
    p.leg_girth_log = 0, p.leg_log = std::log(1.1);
    CHECK(moved(p, {85, 0, -300}).z < -315);
    CHECK(moved(p, {0, 0, 100}).z == Approx(100).margin(0.1));
  }
  SECTION("a table flattens the back and nothing else") {
    p.flattened_mm = 20;
    CHECK(moved(p, back).y < back.y - 8);
    CHECK(moved(p, belly).y == Approx(belly.y).margin(0.05));
    CHECK(moved(p, flank).x == Approx(flank.x).margin(0.05));
  }
  SECTION("turning keeps distances") {
    p.yaw = 0.1, p.pitch = -0.08;
    CHECK(norm(moved(p, flank) - moved(p, back)) == Approx(norm(flank - back)).margin(0.05));
    CHECK(norm(moved(p, belly) - belly) > 10);
  }
}
