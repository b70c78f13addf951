#include "core/anatomy/built_in_person.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/anatomy/skin_mesh.h"

namespace skiagraph {
namespace {

/// Cross section of head-to-crotch at one height: half breadth, half depth and middle of the depth.
struct Section {
  double z, breadth, depth, y;
};

// Soles at 0, stature 1760.
constexpr std::array<Section, 15> kTrunk{{{820, 160, 95, 12},
                                          {870, 172, 108, 14},
                                          {930, 178, 116, 13},
                                          {1000, 166, 108, 6},
                                          {1080, 146, 98, 0},
                                          {1160, 150, 102, -2},
                                          {1250, 163, 113, -2},
                                          {1330, 170, 114, 2},
                                          {1390, 166, 100, 8},
                                          {1435, 145, 80, 18},
                                          {1470, 100, 64, 24},
                                          {1500, 68, 58, 24},
                                          {1530, 57, 58, 18},
                                          {1570, 55, 60, 8},
                                          {1600, 55, 60, 0}}};

struct Ball {
  Vec3 centre, radii;
};

/// A limb's segment whose radius changes evenly.
struct Cone {
  Vec3 from, to;
  double from_radius, to_radius;
};

constexpr std::array<Ball, 3> kMiddle{{{{0, -2, 1660}, {74, 96, 104}},     // skull
                                       {{0, -42, 1606}, {50, 52, 62}},     // face and jaw
                                       {{0, -102, 1640}, {11, 12, 18}}}};  // nose

// The left side; the right is its mirror image.
constexpr std::array<Ball, 4> kSideBalls{{{{72, -62, 1300}, {84, 48, 62}},            // breast muscle
                                          {{74, 68, 905}, {78, 62, 84}},              // buttock
                                          {{96, 32, 350}, {50, 56, 120}},             // calf
                                          {{176, 12, 1412}, {58, 60, 58}}}};          // shoulder
constexpr std::array<Cone, 8> kSideCones{{{{60, 24, 1480}, {160, 14, 1440}, 42, 44},  // trapezius to shoulder
                                          {{186, 12, 1405}, {248, 20, 1120}, 51, 41},  // upper arm
                                          {{248, 20, 1120}, {292, -14, 890}, 43, 29},  // forearm
                                          {{292, -14, 890}, {306, -30, 800}, 30, 34},  // hand
                                          {{306, -30, 800}, {310, -40, 735}, 30, 16},  // fingers
                                          {{97, 6, 860}, {98, 6, 490}, 82, 56},        // thigh
                                          {{98, 6, 490}, {100, 26, 80}, 54, 37},       // shank
                                          {{100, 40, 40}, {116, -140, 32}, 37, 30}}};  // foot

// All solids give about the distance to their surface in mm, positive inside.
double inside(const Ball& ball, Vec3 p) {
  const Vec3 d = p - ball.centre;
  const double r =
      std::sqrt(d.x * d.x / (ball.radii.x * ball.radii.x) + d.y * d.y / (ball.radii.y * ball.radii.y) +
                d.z * d.z / (ball.radii.z * ball.radii.z));
  return (1 - r) * std::min({ball.radii.x, ball.radii.y, ball.radii.z});
}

double inside(const Cone& cone, Vec3 p) {
  const Vec3 axis = cone.to - cone.from, d = p - cone.from;
  const double t = std::clamp(dot(d, axis) / dot(axis, axis), 0.0, 1.0);
  const Vec3 off = d - axis * t;
  return cone.from_radius + (cone.to_radius - cone.from_radius) * t - std::sqrt(dot(off, off));
}

Section trunk_at(double z) {
  const double inside_z = std::clamp(z, kTrunk.front().z, kTrunk.back().z);
  std::size_t n = 1;
  while (kTrunk[n].z < inside_z) ++n;
  const Section &a = kTrunk[n - 1], &b = kTrunk[n];
  const double t = (inside_z - a.z) / (b.z - a.z), s = t * t * (3 - 2 * t);
  return {inside_z, a.breadth + (b.breadth - a.breadth) * s, a.depth + (b.depth - a.depth) * s,
          a.y + (b.y - a.y) * t};
}

double inside_trunk(const Section& section, Vec3 p) {
  constexpr double kSquareness = 2.4;  // of the superellipse; 2 is an ellipse
  const double x = std::abs(p.x) / section.breadth, y = std::abs(p.y - section.y) / section.depth;
  const double r = std::pow(std::pow(x, kSquareness) + std::pow(y, kSquareness), 1 / kSquareness);
  return (1 - r) * std::min(section.breadth, section.depth) - std::abs(p.z - section.z);
}

/// Union with rounded seams: the logarithm of a sum of exponentials.
class SmoothUnion {
 public:
  void add(double value) {
    if (value > -8 * kRounding) sum_ += std::exp(value / kRounding);
  }
  [[nodiscard]] float value() const { return static_cast<float>(kRounding * std::log(sum_ + 1e-6)); }

 private:
  static constexpr double kRounding = 9;
  double sum_ = 0;
};

float body(const Section& trunk, Vec3 p) {
  SmoothUnion all;
  all.add(inside_trunk(trunk, p));
  for (const Ball& ball : kMiddle) all.add(inside(ball, p));
  // Mirrored sides meet at the midline, so one side is enough.
  const Vec3 left{std::abs(p.x), p.y, p.z};
  for (const Ball& ball : kSideBalls) all.add(inside(ball, left));
  for (const Cone& cone : kSideCones) all.add(inside(cone, left));
  return all.value();
}

}  // namespace

TriangleMesh built_in_person() {
  constexpr double kSpacing = 7;
  ScalarGrid grid{107, 49, 258, {kSpacing, kSpacing, kSpacing}, {-53 * kSpacing, -200, -20}, {}};
  grid.values.resize(static_cast<std::size_t>(grid.nx) * grid.ny * grid.nz);
  auto value = grid.values.begin();
  for (int k = 0; k < grid.nz; ++k) {
    const double z = grid.origin_mm.z + k * kSpacing;
    const Section trunk = trunk_at(z);
    for (int j = 0; j < grid.ny; ++j)
      for (int i = 0; i < grid.nx; ++i)
        *value++ = body(trunk, {grid.origin_mm.x + i * kSpacing, grid.origin_mm.y + j * kSpacing, z});
  }
  return surface_nets(grid, 0.0F);
}

}  // namespace skiagraph
