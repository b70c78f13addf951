#include "core/anatomy/patient/interior.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/anatomy/patients.h"
#include "tests/core/anatomy/synthetic_anatomy.h"
#include "tests/core/anatomy/test_points.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;

namespace {

const Vec3 kLiver{-55, 0, 270};

/// Vertices of the torso's skin that touch air: not those where arms and thighs were cut off.
std::vector<Vec3> outer_skin() {
  std::vector<Vec3> skin;
  for (const Vec3 v : synthetic_base().parts[kTorso].skin.vertices)
    if (v.z > -250 && v.z < 640 && (v.z < 300 || std::abs(v.x) < 110)) skin.push_back(v);
  return skin;
}

}  // namespace

TEST_CASE("the interior leaves the skin where it is, to a fifth of a voxel") {
  const auto skin = outer_skin();
  REQUIRE(skin.size() > 1000);
  for (std::uint64_t draw = 0; draw < 10; ++draw) {
    RandomStream random(5, draw);
    const Interior interior(synthetic_base(), random_interior(synthetic_base(), random));
    CHECK(farthest(skin, [&](Vec3 p) { return interior.to_base(p); }) < 1);
    CHECK(farthest(skin, [&](Vec3 p) { return interior.from_base(p); }) < 1);
  }
}

TEST_CASE("to the base and back is the same place for what landmarks are made of") {
  const BaseAnatomy& base = synthetic_base();
  for (std::uint64_t draw = 0; draw < 12; ++draw) {
    RandomStream random(6, draw);
    const Interior interior(base, random_interior(base, random));
    for (const LandmarkRule& rule : base.landmarks) {
      INFO("draw " << draw << ", " << info(rule.marker).name);
      double sum = 0;
      for (const Vec3 p : rule.points) sum += norm(interior.to_base(interior.from_base(p)) - p);
      CHECK(sum / static_cast<double>(rule.points.size()) < 1.5);
    }
  }
}

TEST_CASE("no draw folds") {
  for (std::uint64_t draw = 0; draw < 40; ++draw) {
    RandomStream random(11, draw);
    CHECK(Interior(synthetic_base(), random_interior(synthetic_base(), random)).least_jacobian() > 0.05);
  }
}

TEST_CASE("every landmark comes to lie where it was asked for") {
  const BaseAnatomy& base = synthetic_base();
  constexpr int kDraws = 12;
  std::array<double, kLandmarkCount> squares{};
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    RandomStream random(7, draw);
    const LandmarkShifts up = random_heights(random);
    const Interior interior(base, draw_interior(base, up, random));
    for (int n = 0; n < kLandmarkCount; ++n) {
      std::vector<Vec3> moved;
      for (const Vec3 p : base.landmarks[n].points) moved.push_back(interior.from_base(p));
      const double risen = base.landmarks[n].apply(moved).z - landmark_position(base.landmarks[n]).z;
      squares[n] += std::pow(risen - up[n], 2) / kDraws;
    }
  }
  // 12 mm are asked for: a landmark at the skin, which stays, does not get all of it, nor do
  // two neighbours that are to go apart.
  double sum = 0;
  for (int n = 0; n < kLandmarkCount; ++n) {
    INFO(marker_table()[n].name);
    CHECK(std::sqrt(squares[n]) < 12);
    sum += std::sqrt(squares[n]) / kLandmarkCount;
  }
  CHECK(sum < 5);
}

TEST_CASE("the flow of a motion moves its centre by about the shift, and back") {
  const BaseAnatomy& base = synthetic_base();
  CHECK(Interior(base, {}).least_jacobian() == Approx(1));
  const Interior up(base, {{kLiver, {70, 70, 70}, {0, 0, 12}}});
  // The velocity fades on the way: a little less than 12 mm.
  CHECK(up.from_base(kLiver).z - kLiver.z == Approx(11.8).margin(0.4));
  CHECK(norm(up.to_base(up.from_base(kLiver)) - kLiver) < 0.1);
  // About the centre every length grows by the exponential of the stretch.
  const Interior growth(base, {{kLiver, {60, 60, 60}, {}, {0.2, 0.2, 0.2}}});
  CHECK(volume_ratio(kLiver, 3, [&](Vec3 p) { return growth.from_base(p); }) ==
        Approx(std::exp(0.6)).epsilon(0.05));
  CHECK(growth.least_jacobian() == Approx(std::exp(-0.6)).epsilon(0.07));
}

TEST_CASE("a displacement field knows its folds") {
  DisplacementField field;
  field.grid = {12, 12, 12, {0, 0, 0}, {5, 5, 5}};
  field.shift.resize(field.grid.count());
  CHECK(field.least_jacobian() == 1);
  for (int i = 0; i < 12; ++i)
    for (int j = 0; j < 12; ++j) field.shift[field.grid.index(i, j, 6)].z = -8;  // below the next lower node
  CHECK(field.least_jacobian() < 0);
  CHECK(flow(field, 1).least_jacobian() > 0);
}

TEST_CASE("motions of the viscera stop at the wall") {
  const BaseAnatomy& base = synthetic_base();
  const InteriorMotion breath{{0, 0, 250}, {400, 400, 100}, {0, 0, 20}, {}, true};
  const InteriorMotion all{{0, 0, 250}, {400, 400, 100}, {0, 0, 20}, {}, false};
  const auto rise = [&](const InteriorMotion& motion, Vec3 p) {
    return Interior(base, {motion}).from_base(p).z - p.z;
  };
  const Vec3 wall{0, -70, 60};
  CHECK(rise(breath, kLiver) > 15);
  CHECK(rise(breath, wall) < 0.5 * rise(all, wall));
}
