#include "core/anatomy/phantom/phantom_parts.h"

namespace skiagraph::anatomy {
namespace {

using enum PhantomLabel;

constexpr double kPleuraInset = 5;

bodies::Solid lungs(const PhantomParameters& person) {
  const double base = 1237 + person.diaphragm_up, apex = person.lung_top_up;
  const bodies::Solid chest = bodies::between(TrunkFrame::cage_column(kPleuraInset), base - 100, 1444);
  const bodies::Solid apices = bodies::united({bodies::ball({49, 26, 1436}, {29, 36, 41 + apex}),
                                               bodies::ball({-49, 26, 1436}, {29, 36, 41 + apex})});
  // The recess between diaphragm and wall reaches deeper at the back.
  return bodies::common(bodies::united({chest, apices}), bodies::half_space({0, 75, base}, {0, 0.33, 1}), 4);
}

/// Arteries and veins that fan out from the left hilum.
bodies::Solid lung_vessels(Vec3 hilum) {
  const std::vector<Vec3> ends{{88, 30, 1425},  {62, 45, 1455},  {110, 20, 1385}, {116, -10, 1350},
                               {104, 50, 1345}, {112, 35, 1305}, {92, 65, 1290},  {74, 60, 1262},
                               {70, -50, 1385}, {92, -45, 1335}};
  std::vector<bodies::Solid> rods;
  for (const Vec3 end : ends) {
    const Vec3 d = end - hilum, knee = hilum + d * 0.45;
    rods.push_back(bodies::rod(hilum, knee, 5.5, 3.2));
    rods.push_back(bodies::rod(knee, end, 3, 1.2));
    rods.push_back(bodies::rod(knee, end + Vec3{-12, 14, 18}, 2.6, 1.2));
    rods.push_back(bodies::rod(knee, end + Vec3{4, -24, -16}, 2.6, 1.2));
  }
  return bodies::united(std::move(rods));
}

bodies::Solid mediastinum() {
  return bodies::column({{1150, 0, 30, -70, 70},
                         {1250, 0, 24, -62, 70},
                         {1330, 0, 19, -58, 66},
                         {1400, 0, 25, -48, 56},
                         {1450, 0, 27, -40, 48},
                         {1500, 0, 30, -40, 48}});
}

/// The muscles between the lungs behind the vertebral bodies.
bodies::Solid back_muscles(const TrunkFrame& frame) {
  std::vector<bodies::TubeSection> sections;
  for (double z = 1140; z <= 1500; z += 40) {
    const bodies::TubeSection s = frame.spine(z);
    sections.push_back({z, s.x, s.half_breadth + 12, s.back - 22, s.back + 40});
  }
  return bodies::column(std::move(sections), 0.7);
}

void add_great_vessels(PhantomParts& parts, const TrunkFrame& frame) {
  const auto on_spine = [&](double z, double left, double forward) {
    const bodies::TubeSection s = frame.spine(z);
    return Vec3{s.x + left, s.front - forward, z};
  };
  const bodies::Solid aorta = bodies::united(
      {bodies::chain({{6, -28, 1352}, {-6, -24, 1385}, {2, -14, 1416}, {20, 4, 1421}, on_spine(1402, 24, 1)},
                     14),
       bodies::chain({on_spine(1402, 24, 1), on_spine(1330, 20, 6), on_spine(1250, 12, 11),
                      on_spine(1180, 5, 12), on_spine(1085, 4, 11)},
                     {13, 12, 11.5, 10, 8.5}),
       bodies::chain({on_spine(1088, 4, 11), {44, 8, 1020}, {72, -22, 945}}, {7, 6.5, 5.5}),
       bodies::chain({on_spine(1088, 4, 11), {-40, 8, 1020}, {-72, -22, 945}}, {7, 6.5, 5.5})});
  const bodies::Solid caval =
      bodies::united({bodies::chain({{-20, -8, 1446}, {-24, -14, 1400}, {-22, -20, 1350}}, 9.5),
                      bodies::chain({{-22, -8, 1290}, {-24, 0, 1240}, {-20, 2, 1180}, {-16, 2, 1090}}, 11)});
  const bodies::Solid trunk =
      bodies::united({bodies::chain({{18, -44, 1352}, {22, -34, 1378}, {26, -12, 1388}}, 13),
                      bodies::rod({24, -14, 1386}, {46, 12, 1384}, 10, 9),
                      bodies::rod({20, -14, 1380}, {-44, 8, 1374}, 9.5, 9)});
  for (const bodies::Solid& vessels : {aorta, caval, trunk}) parts.push_back({vessels, kVessels});
}

void add_airways(PhantomParts& parts) {
  const double wall = 2;
  parts.push_back({bodies::rod({0, -24, 1548}, {0, -20, 1520}, 15, 13), kCartilageHead, 3, kInnerAir});
  parts.push_back(
      {bodies::chain({{0, -20, 1530}, {0, -8, 1480}, {1, 4, 1408}}, 10), kTrachea, wall, kInnerAir});
  parts.push_back({bodies::chain({{0, 4, 1403}, {-26, 8, 1383}, {-44, 14, 1364}}, {8.5, 8.5, 7}), kBronchi,
                   wall, kInnerAir});
  parts.push_back({bodies::chain({{2, 4, 1403}, {30, 10, 1386}, {50, 16, 1378}}, {8.5, 7.5, 6.5}), kBronchi,
                   wall, kInnerAir});
  for (const double side : {-1.0, 1.0})
    parts.push_back({bodies::ellipsoid({side * 18, -24, 1500}, {4, 3, 22}, {9, 0, 0}, 8), kThyroid});
}

void add_heart(PhantomParts& parts, const PhantomParameters& person) {
  const double size = person.heart_size;
  const Vec3 middle{21, -30, 1322 + 0.5 * person.diaphragm_up};
  parts.push_back({bodies::ellipsoid(middle, Vec3{0.74, -0.42, -0.52} * (68 * size),
                                     Vec3{0, -0.6, 0.5} * (63 * size), 50 * size),
                   kHeartWall, 9, kHeartContents});
}

}  // namespace

void add_chest_organs(PhantomParts& parts, const PhantomParameters& person) {
  const TrunkFrame frame(person);
  const bodies::Solid air = lungs(person);
  bodies::Solid right = air, left = air;
  right.box.high.x = 0, left.box.low.x = 0;
  parts.push_back({right, kLungRight});
  parts.push_back({left, kLungLeft});
  parts.push_back({lung_vessels({46, 12, 1382}), kLungLeftBlood});
  parts.push_back({bodies::mirrored(lung_vessels({40, 10, 1372})), kLungRightBlood});
  parts.push_back({bodies::between(mediastinum(), 1180, 1490), kFatTrunk});
  parts.push_back({frame.spine_column(1140, 1500, 7), kMuscleTrunk});
  parts.push_back({back_muscles(frame), kMuscleTrunk});
  parts.push_back({bodies::common(diaphragm(person), TrunkFrame::cage_column(kPleuraInset - 3)), kMuscleTrunk,
                   3.5, kFatTrunk});
  add_great_vessels(parts, frame);
  add_heart(parts, person);
  add_airways(parts);
}

}  // namespace skiagraph::anatomy
