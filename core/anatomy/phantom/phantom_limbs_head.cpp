#include <utility>

#include "core/anatomy/phantom/phantom_parts.h"

namespace skiagraph::anatomy {
namespace {

using enum PhantomLabel;

struct Limbs {
  PhantomParts& parts;

  /// Left and right, only between the two heights.
  void add(const bodies::Solid& left, PhantomLabel cortical, double shell_mm, PhantomLabel core,
           double low_z = 0, double high_z = 2000) {
    for (const bodies::Solid& solid : {left, bodies::mirrored(left)})
      parts.push_back({bodies::between(solid, low_z, high_z), cortical, shell_mm, core});
  }
  void arms();
  void hands();
  void thighs(double hips_apart);
  void lower_legs();
};

void Limbs::arms() {
  constexpr double kNeck = 1372, kMiddle = 1262;
  const bodies::Solid humerus = bodies::united(
      {bodies::ball({168, 12, 1402}, {24, 24, 24}), bodies::ball({184, 8, 1398}, {13, 15, 20}),
       bodies::chain({{176, 11, 1390}, {182, 11, 1350}, {200, 8, 1262}, {223, 6, 1140}, {229, 6, 1112}},
                     {21, 13.5, 12, 12, 14}),
       bodies::rod({213, 8, 1110}, {246, 4, 1110}, 10, 11)});
  add(humerus, kHumeriUpper, 1.6, kHumeriUpperSpongiosa, kNeck, 1500);
  add(humerus, kHumeriUpper, 2.8, kHumeriUpperSpongiosa, kNeck - 28, kNeck);
  add(humerus, kHumeriUpper, 4, kHumeriUpperMarrow, kMiddle, kNeck - 28);
  add(humerus, kHumeriLower, 4, kHumeriLowerMarrow, 0, kMiddle);
  add(bodies::chain({{221, 22, 1122}, {225, 14, 1092}, {248, 6, 980}, {268, 0, 862}}, {9, 11, 7.5, 5.5}),
      kForearms, 3, kForearmsMarrow);
  add(bodies::chain({{246, 0, 1090}, {262, -10, 980}, {279, -24, 880}, {280, -26, 858}}, {10, 7.5, 8.5, 11}),
      kForearms, 3, kForearmsMarrow);
}

void Limbs::hands() {
  std::vector<bodies::Solid> bones{bodies::ball({279, -16, 838}, {9, 22, 12}),
                                   bodies::ball({283, -20, 820}, {8, 20, 11})};
  for (int finger = 0; finger < 4; ++finger) {
    const double y = -44 + 15 * finger, reach = 1 - 0.06 * finger * finger + 0.1 * finger;
    const Vec3 knuckle{298, y, 750}, tip{304 + 4 * reach, y + 2, 750 - 78 * reach};
    bones.push_back(bodies::rod({286, -34 + 10.0 * finger, 812}, knuckle, 5, 5.5));
    bones.push_back(bodies::rod(knuckle - Vec3{0, 0, 9}, tip, 4.5, 3));
  }
  bones.push_back(bodies::chain({{282, -38, 822}, {286, -62, 786}, {291, -86, 745}}, {6, 6, 4}));
  add(bodies::united(std::move(bones)), kHands, 1.8, kHandsSpongiosa);
}

void Limbs::thighs(double hips_apart) {
  constexpr double kTrochanter = 866, kMiddle = 705, kKnee = 545;
  const Vec3 hip{88 + hips_apart, 0, 925}, trochanter{138, 12, 905};
  const bodies::Solid femur = bodies::united(
      {bodies::ball(hip, {23, 23, 23}), bodies::rod(hip, {128, 10, 890}, 15, 16),
       bodies::ball(trochanter, {13, 16, 20}), bodies::ball({112, 24, 868}, {11, 12, 14}),
       bodies::chain(
           {{130, 10, 890}, {128, 6, 850}, {122, -6, 720}, {113, -6, 580}, {110, -2, 530}, {109, 0, 500}},
           {20, 16, 14, 14.5, 20, 24}),
       bodies::rod({87, 8, 492}, {87, -14, 492}, 21, 19),
       bodies::rod({131, 8, 493}, {131, -14, 493}, 20, 19)});
  add(femur, kFemoraUpper, 1.8, kFemoraUpperSpongiosa, kTrochanter, 1000);
  add(femur, kFemoraUpper, 3.6, kFemoraUpperSpongiosa, kTrochanter - 32, kTrochanter);
  add(femur, kFemoraUpper, 5.5, kFemoraUpperMarrow, kMiddle, kTrochanter - 32);
  add(femur, kFemoraLower, 5.5, kFemoraLowerMarrow, kKnee, kMiddle);
  add(femur, kFemoraLower, 1.8, kFemoraLowerSpongiosa, 0, kKnee);
  add(bodies::ball({109, -44, 498}, {21, 9, 21}), kLowerLegs, 1.8, kLowerLegsSpongiosa);
}

void Limbs::lower_legs() {
  constexpr double kShaftTop = 400, kShaftBottom = 120;
  const bodies::Solid tibia = bodies::united(
      {bodies::rod({90, 2, 456}, {128, 2, 456}, 17, 17),
       bodies::chain({{109, 0, 455}, {110, -4, 400}, {113, -6, 300}, {117, 8, 140}, {118, 16, 88}},
                     {30, 16, 13, 12, 19}),
       bodies::ball({104, 14, 84}, {9, 10, 16})});
  add(tibia, kLowerLegs, 1.8, kLowerLegsSpongiosa, kShaftTop, 600);
  add(tibia, kLowerLegs, 5, kLowerLegsMarrow, kShaftBottom, kShaftTop);
  add(tibia, kLowerLegs, 1.8, kLowerLegsSpongiosa, 0, kShaftBottom);
  add(bodies::chain({{140, 22, 440}, {142, 26, 400}, {139, 28, 200}, {136, 26, 76}}, {10, 6, 6, 9}),
      kLowerLegs, 3, kLowerLegsMarrow);
  std::vector<bodies::Solid> foot{bodies::rod({119, 56, 34}, {119, 20, 46}, 20, 20),
                                  bodies::ball({119, 14, 62}, {18, 22, 15}),
                                  bodies::rod({118, 2, 48}, {122, -44, 42}, 18, 16)};
  for (int toe = 0; toe < 5; ++toe)
    foot.push_back(bodies::chain({{112 + 6.0 * toe, -40, 38},
                                  {110 + 9.0 * toe, -104 + 7.0 * toe, 20},
                                  {112 + 9.0 * toe, -150 + 12.0 * toe, 15}},
                                 {9, toe == 0 ? 9.0 : 6.0, toe == 0 ? 7.0 : 4.5}));
  add(bodies::united(std::move(foot)), kFeet, 1.8, kFeetSpongiosa);
}

}  // namespace

void add_limb_bones(PhantomParts& parts, const PhantomParameters& person) {
  Limbs limbs{parts};
  limbs.arms();
  limbs.hands();
  limbs.thighs(person.hips_apart);
  limbs.lower_legs();
}

void add_head(PhantomParts& parts) {
  const auto add = [&](bodies::Solid solid, PhantomLabel label) {
    parts.push_back({std::move(solid), label});
  };
  const auto add_both = [&](const bodies::Solid& left, PhantomLabel label) {
    add(left, label);
    add(bodies::mirrored(left), label);
  };
  parts.push_back(
      {bodies::column(
           {{1572, 0, 24, -84, -30}, {1590, 0, 36, -88, -18}, {1620, 0, 48, -88, 0}, {1650, 0, 54, -86, 20}},
           0.3),
       kCranium, 1.5, kCraniumSpongiosa});
  parts.push_back({bodies::ball({0, 3, 1669}, {69, 91, 76}), kCranium, 2.2, kCraniumSpongiosa});
  add(bodies::ball({0, 5, 1672}, {62, 83, 70}), kBrain);
  add_both(bodies::rod({16, 4, 1612}, {56, 26, 1622}, 8, 11), kCranium);
  add(bodies::rod({0, 10, 1622}, {0, 16, 1596}, 14, 9), kSpinalCord);
  parts.push_back({bodies::rod({0, 40, 1612}, {0, 34, 1600}, 14, 12), kMuscleHead});
  add(bodies::ball({0, -62, 1606}, {11, 24, 26}), kInnerAir);
  add_both(bodies::ball({28, -58, 1604}, {13, 17, 16}), kInnerAir);
  add_both(bodies::ball({12, -83, 1672}, {12, 4, 9}), kInnerAir);
  add_both(bodies::rod({31, -84, 1648}, {22, -48, 1644}, 19, 8), kFatHead);
  add_both(bodies::ball({31, -80, 1648}, {12, 12, 12}), kEyes);
  add(bodies::ball({0, -52, 1560}, {26, 36, 18}), kMuscleHead);
  std::vector<Vec3> jaw{{52, -2, 1618},  {50, -4, 1590},  {46, -18, 1556},
                        {34, -60, 1543}, {14, -88, 1537}, {0, -91, 1537}};
  const bodies::Solid half = bodies::chain(jaw, {6, 7, 9, 8.5, 9, 9.5});
  parts.push_back({bodies::united({half, bodies::mirrored(half)}), kMandible, 2, kMandibleSpongiosa});
  add_both(bodies::chain({{27, -46, 1561}, {20, -76, 1562}, {0, -88, 1562}}, 5), kTeeth);
  add(bodies::chain({{0, -22, 1600}, {0, -12, 1570}, {0, -24, 1545}}, 8), kInnerAir);
}

}  // namespace skiagraph::anatomy
