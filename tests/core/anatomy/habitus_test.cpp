#include "core/anatomy/habitus.h"

#include <torch/torch.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "tests/core/anatomy/synthetic_anatomy.h"
#include "tests/core/anatomy/tensor_points.h"

using namespace skiagraph;
using std::numbers::pi;

namespace {

constexpr std::array<BodyPartId, 3> kParts{kTorso, kRightArm, kLeftArm};

Vec3 moved(const HabitusParameters& parameters, Vec3 point, BodyPartId part = kTorso) {
  const Habitus habitus(synthetic_base(), parameters);
  const auto to = habitus.from_base(tensor_of({point}), part);
  return {to[0][0].item<double>(), to[0][1].item<double>(), to[0][2].item<double>()};
}

void check_near(Vec3 a, Vec3 b, double margin) {
  CHECK(a.x == Approx(b.x).margin(margin));
  CHECK(a.y == Approx(b.y).margin(margin));
  CHECK(a.z == Approx(b.z).margin(margin));
}

}  // namespace

TEST_CASE("a habitus of nothing changes nothing") {
  RandomStream random(1, 0);
  const auto points = random_points({-300, -120, -250}, {300, 120, 800}, 2000, random);
  const Habitus habitus(synthetic_base(), {});
  for (const BodyPartId part : kParts) {
    CHECK(farthest(habitus.from_base(points, part), points) < 0.01);
    CHECK(farthest(habitus.to_base(points, part), points) < 0.01);
  }
}

TEST_CASE("to the base and back is the same place to 0.1 mm") {
  const BaseAnatomy& base = synthetic_base();
  for (std::uint64_t person = 0; person < 40; ++person) {
    RandomStream random(2, person);
    const Habitus habitus(base, draw_habitus(random));
    for (const BodyPartId part : kParts) {
      INFO("person " << person << ", part " << part);
      const auto skin = tensor_of(base.parts[part].skin.vertices);
      CHECK(farthest(habitus.to_base(habitus.from_base(skin, part), part), skin) < 0.1);
      const auto inside = random_points({-160, -95, -250}, {160, 95, 640}, 1000, random);
      CHECK(farthest(habitus.to_base(habitus.from_base(inside, part), part), inside) < 0.1);
      CHECK(farthest(habitus.from_base(habitus.to_base(inside, part), part), inside) < 0.1);
    }
  }
}

TEST_CASE("a habitus does not fold the torso") {
  const BaseAnatomy& base = synthetic_base();
  for (std::uint64_t person = 0; person < 20; ++person) {
    RandomStream random(3, person);
    const Habitus habitus(base, draw_habitus(random));
    const auto points = random_points({-160, -95, -200}, {160, 95, 640}, 2000, random);
    const auto here = habitus.from_base(points, kTorso);
    const auto column = [&](float x, float y, float z) {
      return habitus.from_base(points + torch::tensor({x, y, z}), kTorso) - here;
    };
    const auto volume = (torch::linalg_cross(column(2, 0, 0), column(0, 2, 0)) * column(0, 0, 2)).sum(1) / 8;
    CHECK(volume.min().item<double>() > 0);
  }
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
  SECTION("turning keeps distances") {
    p.yaw = 0.1, p.pitch = -0.08;
    CHECK(norm(moved(p, flank) - moved(p, back)) == Approx(norm(flank - back)).margin(0.05));
    CHECK(norm(moved(p, belly) - belly) > 10);
  }
}

TEST_CASE("drawn people differ, as people do") {
  constexpr int kPeople = 2000;
  double sum = 0, squares = 0, together = 0;
  int raised = 0, at_sides = 0;
  for (std::uint64_t person = 0; person < kPeople; ++person) {
    RandomStream random(4, person);
    const HabitusParameters p = draw_habitus(random);
    sum += p.scale, squares += p.scale * p.scale;
    together += p.fat_log * p.depth_log[2];
    raised += p.abduction[0] > 2.2;
    at_sides += p.abduction[0] < 0.35;
    for (const double angle : p.abduction) REQUIRE((angle >= 0 && angle < pi));
    REQUIRE((p.scale > 0.85 && p.scale < 1.18));
  }
  const double mean = sum / kPeople;
  CHECK(mean == Approx(1).margin(0.005));
  CHECK(std::sqrt(squares / kPeople - mean * mean) == Approx(0.039).margin(0.004));
  CHECK(together / kPeople > 0.02);  // the heavy are deep
  CHECK(raised / double{kPeople} == Approx(0.12).margin(0.03));
  CHECK(at_sides / double{kPeople} > 0.4);
}
