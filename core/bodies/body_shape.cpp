#include "core/bodies/body_shape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "core/bodies/procedural_solids.h"

namespace skiagraph::bodies {
namespace {

// Soles at z 0, stature 1750. Paired parts are given for the left; the right is their mirror image.
// Columns: z, x, half breadth, front, back.
constexpr std::array<TubeSection, 20> kTrunk{
    {{790, 0, 14, 4, 28},      {812, 0, 50, -26, 52},     {838, 0, 104, -58, 78},   {865, 0, 146, -80, 96},
     {890, 0, 167, -92, 107},  {920, 0, 174, -100, 114},  {960, 0, 172, -104, 112}, {1000, 0, 163, -105, 103},
     {1050, 0, 152, -104, 91}, {1100, 0, 146, -103, 85},  {1150, 0, 145, -104, 86}, {1200, 0, 149, -107, 91},
     {1250, 0, 154, -109, 99}, {1300, 0, 159, -106, 106}, {1350, 0, 158, -94, 110}, {1400, 0, 144, -72, 108},
     {1440, 0, 118, -50, 102}, {1470, 0, 90, -36, 94},    {1500, 0, 66, -34, 84},   {1530, 0, 50, -34, 74}}};
constexpr std::array<TubeSection, 5> kNeck{{{1420, 0, 20, 10, 50},
                                            {1490, 0, 55, -38, 79},
                                            {1530, 0, 57, -50, 72},
                                            {1580, 0, 56, -54, 72},
                                            {1660, 0, 30, -30, 50}}};
constexpr std::array<TubeSection, 7> kFace{{{1514, 0, 16, -86, -40},
                                            {1528, 0, 34, -101, 0},
                                            {1555, 0, 52, -104, 40},
                                            {1585, 0, 61, -101, 60},
                                            {1620, 0, 67, -98, 72},
                                            {1650, 0, 68, -95, 72},
                                            {1710, 0, 40, -56, 40}}};
constexpr std::array<TubeSection, 17> kLeg{{{30, 120, 30, -20, 66},
                                            {70, 119, 34, -14, 66},
                                            {110, 119, 35, -12, 60},
                                            {170, 118, 40, -18, 64},
                                            {230, 117, 46, -29, 76},
                                            {300, 115, 54, -38, 86},
                                            {360, 113, 56, -44, 84},
                                            {420, 111, 52, -50, 66},
                                            {480, 109, 54, -60, 56},
                                            {540, 106, 60, -68, 57},
                                            {610, 103, 67, -77, 63},
                                            {690, 99, 74, -84, 72},
                                            {760, 95, 80, -89, 84},
                                            {820, 91, 84, -91, 95},
                                            {880, 87, 83, -90, 98},
                                            {940, 84, 68, -72, 80},
                                            {1010, 80, 22, -16, 22}}};
constexpr std::array<TubeSection, 16> kArm{{{650, 316, 7, -52, -26},
                                            {680, 311, 10, -62, -12},
                                            {720, 304, 13, -69, 4},
                                            {755, 297, 16, -71, 14},
                                            {795, 289, 19, -64, 16},
                                            {840, 280, 24, -46, 12},
                                            {890, 271, 29, -44, 18},
                                            {950, 260, 36, -43, 30},
                                            {1010, 249, 40, -40, 40},
                                            {1070, 238, 39, -35, 44},
                                            {1130, 227, 40, -37, 47},
                                            {1200, 213, 44, -38, 53},
                                            {1270, 200, 47, -38, 58},
                                            {1330, 189, 50, -40, 62},
                                            {1380, 180, 50, -40, 62},
                                            {1430, 170, 42, -30, 56}}};

struct TubePart {
  Tube tube;
  double rounding;  ///< of its seam with the parts before it, mm
};
struct BallPart {
  Ball ball;
  double rounding;
};
struct ConePart {
  Cone cone;
  double rounding;
};

enum TubeIndex { kTrunkTube, kNeckTube, kFaceTube, kLegTube, kArmTube };
constexpr std::array<TubePart, 5> kTubes{
    {{{kTrunk, 0.45}, 1}, {{kNeck, 0}, 30}, {{kFace, 0.25}, 24}, {{kLeg, 0.1}, 36}, {{kArm, 0.1}, 26}}};
constexpr std::array<BallPart, 8> kBalls{{{{{0, 2, 1664}, {76, 98, 86}}, 24},               // skull
                                          {{{76, 8, 1634}, {9, 17, 30}}, 8},                // ear
                                          {{{11, -91, 1568}, {24, 9, 7}}, 20},              // mouth
                                          {{{76, -58, 1322}, {84, 46, 76}}, 40},            // breast muscle
                                          {{{88, 74, 1365}, {70, 38, 92}}, 40},             // shoulder blade
                                          {{{74, 62, 892}, {76, 70, 82}}, 30},              // buttock
                                          {{{176, 10, 1398}, {52, 54, 50}}, 34},            // shoulder
                                          {{{30, -58, 1150}, {62, 52, 230}}, 30}}};         // belly muscle
constexpr std::array<ConePart, 7> kCones{{{{{34, 40, 1500}, {160, 20, 1428}, 40, 36}, 40},  // trapezius
                                          {{{30, 62, 960}, {38, 80, 1300}, 34, 34}, 26},    // along the spine
                                          {{{0, -99, 1654}, {0, -114, 1622}, 7, 11}, 10},   // nose
                                          {{{119, 44, 34}, {114, -150, 20}, 33, 19}, 36},   // foot, big toe
                                          {{{119, 44, 34}, {144, -122, 17}, 33, 17}, 36},   // foot, small toe
                                          {{{286, -52, 800}, {292, -92, 735}, 14, 9}, 14},  // thumb
                                          {{{0, 30, 1500}, {0, 0, 1580}, 30, 30}, 20}}};    // nape
constexpr std::array<BallPart, 2> kHollows{{{{{31, -104, 1652}, {19, 14, 11}}, 12},         // eye
                                            {{{0, -116, 1048}, {9, 12, 10}}, 12}}};         // navel

constexpr std::array<BallPart, 1> kBreasts{{{{{80, -92, 1292}, {58, 54, 58}}, 24}}};

/// Whether [low, high] comes so close to `value` that a seam may be rounded there.
bool reaches(double low, double high, double value) {
  constexpr double kWidestRounding = 40;
  return value > low - kWidestRounding && value < high + kWidestRounding;
}
bool reaches(const Ball& ball, double z) {
  return reaches(ball.centre.z - ball.radii.z, ball.centre.z + ball.radii.z, z);
}
bool reaches(const Cone& cone, double z) {
  return reaches(std::min(cone.from.z - cone.from_radius, cone.to.z - cone.to_radius),
                 std::max(cone.from.z + cone.from_radius, cone.to.z + cone.to_radius), z);
}

}  // namespace

struct BodySlice::Parts {
  struct PlacedTube {
    const TubePart* part;
    TubeSection section;
  };
  std::vector<PlacedTube> tubes;
  std::vector<BallPart> balls, hollows;
  std::vector<ConePart> cones;
};

BodySlice::BodySlice(double z, bool breasts) : z_(z) {
  auto parts = std::make_unique<Parts>();
  for (const TubePart& part : kTubes)
    if (reaches(part.tube.sections.front().z, part.tube.sections.back().z, z))
      parts->tubes.push_back({&part, part.tube.at(z)});
  const auto keep = [z](const auto& all, auto& kept) {
    for (const BallPart& part : all)
      if (reaches(part.ball, z)) kept.push_back(part);
  };
  keep(kBalls, parts->balls);
  if (breasts) keep(kBreasts, parts->balls);
  keep(kHollows, parts->hollows);
  for (const ConePart& part : kCones)
    if (reaches(part.cone, z)) parts->cones.push_back(part);
  parts_ = std::move(parts);
}

BodySlice::~BodySlice() = default;

double BodySlice::depth(double x, double y) const {
  constexpr double kOutside = -1000;
  const Vec3 p{std::abs(x), y, z_};
  double value = kOutside;
  for (const auto& [part, section] : parts_->tubes)
    if (reaches(section.x - section.half_breadth, section.x + section.half_breadth, p.x) &&
        reaches(section.front, section.back, y))
      value = smooth_union(value, inside(part->tube, section, p), part->rounding);
  for (const BallPart& part : parts_->balls) value = smooth_union(value, inside(part.ball, p), part.rounding);
  for (const ConePart& part : parts_->cones) value = smooth_union(value, inside(part.cone, p), part.rounding);
  for (const BallPart& part : parts_->hollows)
    value = smooth_difference(value, inside(part.ball, p), part.rounding);
  return value;
}

BodyRegion BodySlice::region(double x, double y) const {
  constexpr double kChin = 1520, kArmpit = 1240, kCrotch = 865;
  if (z_ > kChin) return BodyRegion::kHead;
  if (z_ > kArmpit) return BodyRegion::kTrunk;
  const Vec3 p{std::abs(x), y, z_};
  const auto depth_in = [&](TubeIndex index) {
    const Tube& tube = kTubes[index].tube;
    return inside(tube, tube.at(z_), p);
  };
  const double arm = depth_in(kArmTube), rest = std::max(depth_in(kTrunkTube), depth_in(kLegTube));
  // What the rounded seam adds in the armpit belongs to the flank.
  const bool hand = p.z < kCrotch + 60;
  if (arm > rest && (hand || arm > -1)) return BodyRegion::kArms;
  return z_ > kCrotch ? BodyRegion::kTrunk : BodyRegion::kLegs;
}

}  // namespace skiagraph::bodies
