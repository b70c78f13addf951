#include "core/bodies/solid.h"

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::bodies;

TEST_CASE("a turned ellipsoid reaches as far as its half axes and lies in its box") {
  const Vec3 a{0, 30, 40}, b{0, 8, -6}, centre{5, 6, 7};
  const Solid solid = ellipsoid(centre, a, b, 20);
  CHECK(solid.inside(centre) > 0);
  for (const Vec3 tip : {a, b, Vec3{20, 0, 0}}) {
    CHECK(solid.inside(centre + tip) == Approx(0).margin(1e-9));
    CHECK(solid.inside(centre - tip * 0.99) > 0);
    CHECK(solid.inside(centre + tip * 1.01) < 0);
    CHECK(solid.box.contains(centre + tip * 0.999));
  }
  CHECK(solid.box.high.x == Approx(25));
  CHECK_FALSE(solid.box.contains(centre + Vec3{0, 0, 42}));
}

TEST_CASE("solids are joined, cut and mirrored") {
  const Solid left = ball({20, 0, 0}, {10, 10, 10}), right = mirrored(left);
  const Solid both = united({left, right});
  CHECK(both.inside({20, 0, 0}) == Approx(10));
  CHECK(both.inside({-20, 0, 0}) == Approx(10));
  CHECK(both.inside({0, 0, 0}) < 0);
  CHECK(both.box.low.x == Approx(-30));
  CHECK(both.box.high.x == Approx(30));

  const Solid upper = common(left, half_space({0, 0, 0}, {0, 0, 2}));
  CHECK(upper.inside({20, 0, 4}) > 0);
  CHECK(upper.inside({20, 0, -4}) < 0);
  const Solid hollow = without(left, ball({20, 0, 0}, {5, 5, 5}));
  CHECK(hollow.inside({20, 0, 0}) < 0);
  CHECK(hollow.inside({20, 0, 7.5}) > 0);
  CHECK(inset(left, 3).inside({20, 0, 8}) < 0);
  CHECK(inset(left, 3).inside({20, 0, 6}) > 0);
}

TEST_CASE("a solid cut between two heights keeps its depth") {
  const Solid bone = rod({0, 0, -50}, {0, 0, 50}, 8, 8), half = between(bone, 0, 40);
  CHECK(half.box.low.z == 0);
  CHECK(half.box.high.z == 40);
  CHECK(half.inside({3, 0, 0}) == Approx(5));
}

TEST_CASE("a chain and a column follow their points") {
  const Solid bar = chain({{0, 0, 0}, {10, 0, 0}, {10, 20, 0}}, {2, 3, 4});
  CHECK(bar.inside({0, 0, 0}) == Approx(2));
  CHECK(bar.inside({10, 20, 0}) == Approx(4));
  CHECK(bar.inside({5, 0, 0}) == Approx(2.5));
  CHECK(bar.inside({1, 18, 0}) < 0);

  const Solid pole = column({{0, 0, 10, -5, 5}, {50, 4, 10, -5, 5}, {100, 0, 10, -5, 5}});
  CHECK(pole.inside({0, 0, 50}) > 0);
  CHECK(pole.inside({13, 0, 50}) > 0);
  CHECK(pole.inside({-7, 0, 50}) < 0);
  CHECK(pole.inside({0, 0, 101}) < 0);
  CHECK(pole.box.contains({13.9, 0, 50}));
}
