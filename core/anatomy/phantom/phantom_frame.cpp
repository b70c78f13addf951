#include <cmath>

#include "core/anatomy/phantom/phantom_parts.h"

namespace skiagraph::anatomy {
namespace {

// Columns: z, x, half breadth, front, back.
constexpr std::array<bodies::TubeSection, 11> kSpine{{{1020, 0, 27, 8, 42},
                                                      {1050, 0, 26, 1, 35},
                                                      {1110, 0, 24, -4, 30},
                                                      {1190, 0, 22, 6, 38},
                                                      {1250, 0, 19, 20, 50},
                                                      {1330, 0, 16, 28, 56},
                                                      {1390, 0, 15, 27, 52},
                                                      {1440, 0, 15, 21, 42},
                                                      {1490, 0, 15, 11, 30},
                                                      {1550, 0, 13, -2, 15},
                                                      {1608, 0, 14, -2, 14}}};
constexpr std::array<bodies::TubeSection, 10> kCage{{{1140, 0, 122, -84, 68},
                                                     {1200, 0, 134, -91, 79},
                                                     {1250, 0, 142, -93, 89},
                                                     {1300, 0, 143, -92, 95},
                                                     {1350, 0, 137, -81, 97},
                                                     {1400, 0, 120, -60, 91},
                                                     {1440, 0, 93, -38, 80},
                                                     {1465, 0, 70, -26, 72},
                                                     {1485, 0, 51, -16, 64},
                                                     {1500, 0, 42, -8, 58}}};
constexpr double kCageSquareness = 0.4;

/// Where the spine is bent: +1 in the chest, -1 in the loin, 0 at neck and sacrum.
double bend(double z) {
  const auto bump = [&](double centre, double width) {
    return std::exp(-0.5 * std::pow((z - centre) / width, 2));
  };
  return bump(1340, 55) - bump(1125, 45);
}

}  // namespace

const std::array<double, kVertebrae + 1>& vertebra_tops() {
  static const auto tops = [] {
    constexpr std::array<double, kVertebrae> kHeights{15,   23, 16,   16, 16,   16,   16,   19.5,
                                                      20.5, 21, 21.5, 22, 22.5, 23,   24,   25,
                                                      26,   27, 28,   36, 37,   38.5, 39.5, 39};
    std::array<double, kVertebrae + 1> z{1608};
    for (int n = 0; n < kVertebrae; ++n) z[n + 1] = z[n] - kHeights[n];
    return z;
  }();
  return tops;
}

TrunkFrame::TrunkFrame(const PhantomParameters& person) : spine_(kSpine.begin(), kSpine.end()) {
  for (bodies::TubeSection& s : spine_) {
    s.x += person.spine_bend * bend(s.z);
    s.front += person.kyphosis * bend(s.z);
    s.back += person.kyphosis * bend(s.z);
  }
}

bodies::TubeSection TrunkFrame::spine(double z) const {
  return bodies::Tube{spine_}.at(z);
}

bodies::Solid TrunkFrame::spine_column(double low_z, double high_z, double margin) const {
  std::vector<bodies::TubeSection> wide = spine_;
  for (bodies::TubeSection& s : wide) s.half_breadth += margin, s.front -= margin, s.back += margin;
  return bodies::between(bodies::column(std::move(wide)), low_z, high_z);
}

Vec3 TrunkFrame::cage(double z, double angle) const {
  const bodies::TubeSection s = bodies::Tube{kCage}.at(z);
  const double x = std::sin(angle), y = std::cos(angle);
  const double square = std::pow(x * x * x * x + y * y * y * y, 0.25);
  const double reach = 1 / (1 - kCageSquareness + kCageSquareness * square);
  return {s.x + s.half_breadth * x * reach, (s.front + s.back) / 2 + (s.back - s.front) / 2 * y * reach, z};
}

bodies::Solid TrunkFrame::cage_column(double inset) {
  std::vector<bodies::TubeSection> narrow(kCage.begin(), kCage.end());
  for (bodies::TubeSection& s : narrow) s.half_breadth -= inset, s.front += inset, s.back -= inset;
  return bodies::column(std::move(narrow), kCageSquareness);
}

bodies::Solid diaphragm(const PhantomParameters& person) {
  const double up = person.diaphragm_up;
  const bodies::Solid right = bodies::ball({-67, 0, 1190 + up}, {64, 80, 112}),
                      left = bodies::ball({66, 2, 1180 + up}, {63, 78, 106});
  return bodies::blended(bodies::blended(right, left, 30), bodies::ball({0, -14, 1180 + up}, {50, 62, 92}),
                         20);
}

}  // namespace skiagraph::anatomy
