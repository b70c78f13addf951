#include "core/base/vector.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "core/base/error.h"

using namespace skiagraph;

namespace {

constexpr Vec3 kLeft{1, 0, 0}, kBack{0, 1, 0}, kUp{0, 0, 1};

Transform affine() {
  Transform t;
  t.m = {{{2, 0.5, -1, 30}, {0.1, -1.5, 0.3, -20}, {0.7, 0.2, 3, 5}, {0, 0, 0, 1}}};
  return t;
}

void check_near(Vec3 a, Vec3 b, double margin = 1e-9) {
  CHECK(a.x == Approx(b.x).margin(margin));
  CHECK(a.y == Approx(b.y).margin(margin));
  CHECK(a.z == Approx(b.z).margin(margin));
}

}  // namespace

TEST_CASE("products of vectors follow the right hand") {
  CHECK(cross(kLeft, kBack) == kUp);
  CHECK(cross(kBack, kUp) == kLeft);
  CHECK(cross(kUp, kLeft) == kBack);
  const Vec3 a{1, -2, 3}, b{4, 5, -6};
  CHECK(dot(a, b) == -24);
  CHECK(cross(a, b) == cross(b, a) * -1);
  CHECK(dot(cross(a, b), a) == 0);
  CHECK(norm(Vec3{2, 3, 6}) == 7);
  CHECK(norm(Pixel{3, 4}) == 5);
  CHECK(a + b - b == a);
  CHECK(2 * a == a * 2);
}

TEST_CASE("a transform moves points and chains from right to left") {
  const Transform a = affine();
  check_near(a({1, 2, 3}), {2 + 1 - 3 + 30, 0.1 - 3 + 0.9 - 20, 0.7 + 0.4 + 9 + 5});
  Transform shift;
  shift.m[0][3] = 10;
  const Vec3 p{3, -7, 11};
  check_near((a * shift)(p), a(shift(p)));
  check_near((shift * a)(p), shift(a(p)));
  CHECK(norm(a(shift(p)) - shift(a(p))) > 1);
  check_near(Transform{}(p), p);
}

TEST_CASE("the inverse undoes a transform and a singular one has none") {
  const Transform a = affine();
  for (const Vec3 p : {Vec3{0, 0, 0}, Vec3{100, -50, 20}, Vec3{-1, 1e3, 2e3}}) {
    check_near(a.inverse()(a(p)), p);
    check_near(a(a.inverse()(p)), p);
  }
  Transform flat = a;
  flat.m[2] = flat.m[1];
  CHECK_THROWS_AS(flat.inverse(), Error);
  Transform broken;
  broken.m[0][0] = NAN;
  CHECK_THROWS_AS(broken.inverse(), Error);
}
