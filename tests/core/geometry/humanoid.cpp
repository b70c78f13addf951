#include "tests/core/geometry/humanoid.h"

#include <cmath>
#include <numbers>

#include "tests/core/geometry/shapes.h"

namespace skiagraph {
namespace {

void add_arm(geometry::TriangleMesh& body, Arms arms, double side) {
  const Vec3 shoulder{side * 165, 10, 1400};
  Vec3 hand{};
  switch (arms) {
    case Arms::kAtSides:
      hand = {side * 255, -10, 800};
      break;
    case Arms::kAway:
      hand = {side * 480, -10, 880};
      break;
    case Arms::kOutstretched:
      hand = {side * 790, 0, 1400};
      break;
    case Arms::kRaised:
      hand = {side * 330, 0, 2050};
      break;
  }
  const double wrist = side < 0 ? 0.85 : 1;  // the right hand is missing
  append(body, capsule(shoulder, shoulder + (hand - shoulder) * wrist, 38));
}

}  // namespace

geometry::TriangleMesh humanoid(Arms arms) {
  geometry::TriangleMesh body = ellipsoid({0, -10, 1640}, {75, 95, 115});  // head
  append(body, capsule({0, 5, 1580}, {0, 15, 1400}, 55));                  // neck
  append(body, ellipsoid({0, 0, 1260}, {170, 110, 210}));                  // chest
  append(body, capsule({-140, 10, 1400}, {140, 10, 1400}, 60));            // shoulders
  append(body, ellipsoid({0, 0, 1080}, {150, 105, 180}));                  // belly
  append(body, ellipsoid({0, 0, 930}, {165, 110, 110}));                   // pelvis
  for (const double side : {-1.0, 1.0}) {
    append(body, ellipsoid({side * 75, 55, 900}, {75, 75, 85}));              // buttock
    append(body, capsule({side * 90, 0, 860}, {side * 95, 10, 480}, 72));     // thigh
    append(body, capsule({side * 95, 10, 480}, {side * 100, 25, 60}, 50));    // shank
    append(body, capsule({side * 100, 40, 35}, {side * 110, -130, 35}, 35));  // foot
    add_arm(body, arms, side);
  }
  return body;
}

std::vector<Transform> axis_rotations() {
  std::vector<Transform> all;
  const Vec3 axes[3] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      if (i == j) continue;
      for (const double si : {-1.0, 1.0}) {
        for (const double sj : {-1.0, 1.0}) {
          const Vec3 a = axes[i] * si, b = axes[j] * sj, c = cross(a, b);
          all.push_back({{{{a.x, a.y, a.z, 0}, {b.x, b.y, b.z, 0}, {c.x, c.y, c.z, 0}, {0, 0, 0, 1}}}});
        }
      }
    }
  }
  return all;
}

Transform rotation_about(Vec3 axis, double degrees) {
  const double angle = degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
  const auto column = [&](Vec3 v) { return v * c + cross(axis, v) * s + axis * (dot(axis, v) * (1 - c)); };
  const Vec3 x = column({1, 0, 0}), y = column({0, 1, 0}), z = column({0, 0, 1});
  return {{{{x.x, y.x, z.x, 0}, {x.y, y.y, z.y, 0}, {x.z, y.z, z.z, 0}, {0, 0, 0, 1}}}};
}

Transform scaling(double factor) {
  return {{{{factor, 0, 0, 0}, {0, factor, 0, 0}, {0, 0, factor, 0}, {0, 0, 0, 1}}}};
}

}  // namespace skiagraph
