#include <algorithm>

#include "core/anatomy/phantom/phantom_parts.h"

namespace skiagraph::anatomy {
namespace {

using enum PhantomLabel;

struct Belly {
  PhantomParts& parts;
  const PhantomParameters& person;
  double up = person.diaphragm_up;
  RandomStream random{person.bowel_pattern, 0};

  void add(bodies::Solid solid, PhantomLabel label) { parts.push_back({std::move(solid), label}); }
  void add(bodies::Solid solid, PhantomLabel wall, double wall_mm, PhantomLabel contents) {
    parts.push_back({std::move(solid), wall, wall_mm, contents});
  }
  /// From the given height at the diaphragm to the pelvis: a motion of the diaphragm fades out downwards.
  [[nodiscard]] Vec3 hung(Vec3 p) const {
    return p + Vec3{0, 0, up * std::clamp((p.z - 1050) / 150, 0.0, 1.0)};
  }

  void cavity();
  void kidneys();
  void liver();
  void stomach_and_spleen();
  void small_intestine();
  void colon();
  void colon_part(std::vector<Vec3> path, double radius, double gas, PhantomLabel wall,
                  PhantomLabel contents);
  void pelvic_organs();
};

void Belly::cavity() {
  add(bodies::column({{885, 0, 40, -46, 50},
                      {920, 0, 62, -62, 62},
                      {960, 0, 84, -68, 66},
                      {1000, 0, 106, -70, 58},
                      {1050, 0, 116, -70, 54},
                      {1100, 0, 117, -71, 52},
                      {1150, 0, 118, -76, 56},
                      {1200, 0, 118, -80, 62},
                      {1240, 0, 112, -80, 66}},
                     0.4),
      kFatTrunk);
  const auto both = [&](const bodies::Solid& left, PhantomLabel label) {
    add(left, label);
    add(bodies::mirrored(left), label);
  };
  both(bodies::chain({{30, 26, 1200}, {40, 20, 1120}, {58, 14, 1030}, {82, -22, 950}, {104, -8, 890}},
                     {9, 19, 22, 17, 12}),
       kMuscleTrunk);
  both(bodies::chain({{52, 52, 1195}, {66, 48, 1120}, {78, 44, 1060}}, {12, 17, 18}), kMuscleTrunk);
}

void Belly::kidneys() {
  for (const bool left : {false, true}) {
    const double side = left ? 1 : -1;
    const Vec3 middle{side * 60, 34, (left ? 1180 : 1167) + 0.65 * up + person.kidney_up[left ? 1 : 0]};
    add(bodies::ellipsoid(middle, {-side * 12, 9, 53}, {side * 29, 10, 0}, 24),
        left ? kKidneyLeft : kKidneyRight, 8, left ? kKidneyLeftMedulla : kKidneyRightMedulla);
    add(bodies::ellipsoid(middle + Vec3{-side * 22, -2, 52}, {-side * 3, 4, 14}, {side * 9, 0, 0}, 4),
        left ? kAdrenalLeft : kAdrenalRight);
  }
}

void Belly::liver() {
  // Under the domes, above a plane that rises from the tip of the right lobe to the left.
  const double tip = 1116 + 0.9 * up + person.liver_bottom_up;
  const bodies::Solid below_domes = bodies::inset(diaphragm(person), 4.5);
  bodies::Solid liver = bodies::common(below_domes, bodies::half_space({-112, 0, tip}, {-0.68, 0.22, 1}), 22);
  liver = bodies::common(liver, bodies::half_space({68, 0, 0}, {-1, -0.35, 0}), 20);
  liver = bodies::common(liver, TrunkFrame::cage_column(9), 8);
  liver = bodies::common(liver, bodies::half_space({0, 44, 1200}, {-0.25, -1, 0.3}), 16);
  liver.box.low.z = std::max(liver.box.low.z, tip - 40);
  add(liver, kLiver);
  add(bodies::ellipsoid(hung({-48, -46, 1163}), {-10, -12, -30}, {14, 0, 0}, 13), kGallBladderWall, 2,
      kGallBladder);
}

void Belly::stomach_and_spleen() {
  const Vec3 fundus = hung({58, 18, 1240});
  add(bodies::united({bodies::ellipsoid(fundus, {6, 6, 34}, {40, 0, 0}, 34),
                      bodies::chain({fundus, hung({62, -18, 1205}), hung({48, -42, 1172}),
                                     hung({14, -48, 1156}), hung({-20, -36, 1168})},
                                    {34, 32, 27, 22, 13})}),
      kStomachWall, 4, kStomach);
  const bodies::Solid gas = bodies::ball(fundus + Vec3{0, -2, 6}, {32, 26, 22});
  add(bodies::between(gas, fundus.z + 2, 1400), kInnerAir);
  add(bodies::ellipsoid(hung({101, 44, 1232}), {-14, 22, 46}, {18, 24, -6}, 20), kSpleen);
  add(bodies::chain(
          {hung({-18, -14, 1168}), hung({16, -22, 1182}), hung({64, 6, 1200}), hung({86, 24, 1212})},
          {15, 11, 10, 8}),
      kPancreas);
}

void Belly::small_intestine() {
  constexpr int kLoops = 40;
  for (int loop = 0; loop < kLoops; ++loop) {
    Vec3 middle;
    do middle = {random.uniform(-1, 1), random.uniform(-1, 1), random.uniform(-1, 1)};
    while (norm(middle) > 1);
    middle = Vec3{0, -30, 1050} + Vec3{middle.x * 72, middle.y * 26, middle.z * 84};
    const Vec3 half{random.uniform(-26, 26), random.uniform(-10, 10), random.uniform(-16, 16)};
    const double radius = random.uniform(11, 15);
    const Vec3 bow{0, 0, random.uniform(-14, 14)};
    const std::vector<Vec3> path{middle - half, middle + bow, middle + half};
    add(bodies::chain(path, radius), kSmallIntestineWall, 2.5, kSmallIntestine);
    if (random.uniform() < 0.15) add(bodies::rod(path[0], path[1], radius - 4, radius - 5), kInnerAir);
  }
}

void Belly::colon_part(std::vector<Vec3> path, double radius, double gas, PhantomLabel wall,
                       PhantomLabel contents) {
  // Haustra: one ball after the other.
  constexpr double kStep = 21;
  std::vector<bodies::Solid> balls, bubbles;
  for (std::size_t n = 1; n < path.size(); ++n) {
    const Vec3 from = hung(path[n - 1]), d = hung(path[n]) - from;
    const int steps = std::max(1, static_cast<int>(norm(d) / kStep));
    for (int step = 0; step < steps; ++step) {
      const Vec3 middle = from + d * (static_cast<double>(step) / steps);
      const double r = radius * random.uniform(0.9, 1.12);
      balls.push_back(bodies::ball(middle, {r, r, r}));
      if (random.uniform() < gas)
        bubbles.push_back(bodies::ball(middle + Vec3{0, -3, 2}, {r - 5, r - 7, r - 5}));
    }
  }
  add(bodies::united(std::move(balls)), wall, 3, contents);
  if (!bubbles.empty()) add(bodies::united(std::move(bubbles)), kInnerAir);
}

void Belly::colon() {
  const Vec3 caecum{-88, -12, 1010}, right_bend{-90, -6, 1128}, left_bend{98, 10, 1196}, last{74, -4, 1002};
  colon_part({last, {54, 0, 975}, {24, -6, 962}, {-8, 16, 958}, {4, 44, 950}, {2, 52, 925}, {0, 44, 880}}, 16,
             0.3, kSigmoidColonWall, kSigmoidColon);
  colon_part({left_bend, {104, 20, 1130}, {102, 16, 1060}, last}, 17, 0.3, kDescendingColonWall,
             kDescendingColon);
  colon_part({caecum, {-92, 0, 1060}, right_bend}, 24, 0.35, kAscendingColonWall, kAscendingColon);
  const double sag = random.uniform(-25, 15);
  colon_part({right_bend,
              {-70, -42, 1128},
              {-10, -52, 1112 + sag},
              {50, -48, 1128 + sag},
              {84, -24, 1170},
              left_bend},
             19, 0.5, kTransverseColonWall, kTransverseColon);
}

void Belly::pelvic_organs() {
  add(bodies::ball({0, -14, 926}, {38, 32, 27}), kBladderWall, 4, kBladder);
  if (person.sex == bodies::Sex::kFemale)
    add(bodies::ellipsoid({0, 16, 956}, {0, -22, 26}, {24, 0, 0}, 17), kUterus);
  else
    add(bodies::ball({0, -20, 892}, {20, 16, 16}), kProstate);
}

void add_breasts(PhantomParts& parts) {
  for (const bool left : {false, true}) {
    const double side = left ? 1 : -1;
    parts.push_back({bodies::ball({side * 80, -100, 1292}, {56, 44, 56}), left ? kBreastLeft : kBreastRight,
                     14, left ? kBreastLeftGland : kBreastRightGland});
  }
}

}  // namespace

void add_belly_organs(PhantomParts& parts, const PhantomParameters& person) {
  Belly belly{parts, person};
  belly.cavity();
  belly.liver();
  belly.pelvic_organs();
  belly.small_intestine();
  belly.stomach_and_spleen();
  belly.kidneys();
  belly.colon();
  if (person.sex == bodies::Sex::kFemale) add_breasts(parts);
}

}  // namespace skiagraph::anatomy
