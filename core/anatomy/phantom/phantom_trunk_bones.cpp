#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/anatomy/phantom/phantom_parts.h"

namespace skiagraph::anatomy {
namespace {

using enum PhantomLabel;
using std::numbers::pi;

struct Bones {
  PhantomParts& parts;
  const PhantomParameters& person;
  TrunkFrame frame{person};

  void add(bodies::Solid solid, PhantomLabel cortical, double shell_mm, PhantomLabel core) {
    parts.push_back({std::move(solid), cortical, shell_mm, core});
  }
  void add_both(const bodies::Solid& left, PhantomLabel cortical, double shell_mm, PhantomLabel core) {
    add(left, cortical, shell_mm, core);
    add(bodies::mirrored(left), cortical, shell_mm, core);
  }

  void spine();
  void sacrum();
  void ribs();
  void sternum();
  void shoulder_girdle();
  void pelvis();
};

struct Vertebra {
  double transverse_reach, transverse_back;  ///< from the middle and from the back of the body
  double spinous_reach, spinous_drop;
};

Vertebra vertebra(int n) {
  if (n < kFirstThoracic) return {27, 6, n < 5 ? 34.0 : 42.0, 8};
  if (n < kFirstLumbar) return {36 - 0.9 * (n - kFirstThoracic), 20, 38, 22 - 0.8 * (n - kFirstThoracic)};
  return {n < kVertebrae - 1 ? 46.0 : 42.0, 12, 46, 8};
}

struct VertebraSolids {
  bodies::Solid body, arch;  ///< the arch with transverse and spinous processes
};

/// The vertebra between two heights.
VertebraSolids vertebra_solids(const TrunkFrame& frame, int n, double top, double bottom) {
  const double disc = (n < 2                ? 0.05
                       : n < kFirstThoracic ? 0.26
                       : n < kFirstLumbar   ? 0.18
                                            : 0.26) *
                      (top - bottom);
  const double high = top - disc / 2, low = bottom + disc / 2, middle = (high + low) / 2;
  bodies::TubeSection upper = frame.spine(high), waist = frame.spine(middle), lower = frame.spine(low);
  waist.half_breadth *= 0.92, waist.front += 1.5;
  const Vertebra v = vertebra(n);
  const double scale = n < kFirstThoracic ? 0.8 : n < kFirstLumbar ? 0.85 : 1.15;
  const Vec3 back{waist.x, waist.back, middle + 2};
  std::vector<bodies::Solid> solids;
  const Vec3 roof = back + Vec3{0, 24, -4};
  for (const double side : {-1.0, 1.0}) {
    const Vec3 pedicle = back + Vec3{side * 12 * scale, -4, 2}, joint = back + Vec3{side * 15 * scale, 16, 0};
    solids.push_back(bodies::rod(pedicle, joint, 5 * scale, 5.5 * scale));
    solids.push_back(bodies::rod(joint + Vec3{0, 0, 0.35 * (top - bottom)},
                                 joint - Vec3{0, 0, 0.5 * (top - bottom)}, 4.5 * scale, 4.5 * scale));
    solids.push_back(bodies::rod(joint, roof, 4.5 * scale, 4 * scale));
    solids.push_back(bodies::rod(joint,
                                 {back.x + side * v.transverse_reach, back.y + v.transverse_back, back.z + 1},
                                 4.5 * scale, 4 * scale));
  }
  const Vec3 tip = back + Vec3{0, v.spinous_reach, -v.spinous_drop - 4};
  solids.push_back(bodies::rod(roof, tip, 4 * scale, 4.5 * scale));
  solids.push_back(
      bodies::rod(roof - Vec3{0, 0, 6 * scale}, tip - Vec3{0, 0, 4 * scale}, 3.5 * scale, 4 * scale));
  return {bodies::column({lower, waist, upper}, 0.3), bodies::united(std::move(solids))};
}

void Bones::spine() {
  const auto& tops = vertebra_tops();
  parts.push_back({frame.spine_column(tops[kVertebrae], tops[1], -1.5), kCartilageTrunk});
  for (int n = 0; n < kVertebrae; ++n) {
    const auto [body, arch] = vertebra_solids(frame, n, tops[n], tops[n + 1]);
    const auto [cortical, spongiosa] = n < kFirstThoracic ? std::pair{kCervicalSpine, kCervicalSpineSpongiosa}
                                       : n < kFirstLumbar ? std::pair{kThoracicSpine, kThoracicSpineSpongiosa}
                                                          : std::pair{kLumbarSpine, kLumbarSpineSpongiosa};
    add(arch, cortical, 1.4, spongiosa);
    // Its cortical shell is far thinner than a voxel.
    parts.push_back({body, spongiosa});
  }
}

void Bones::sacrum() {
  const bodies::Solid bone = bodies::column({{895, 0, 6, 64, 76},
                                             {918, 0, 13, 66, 82},
                                             {945, 0, 30, 62, 88},
                                             {975, 0, 46, 46, 84},
                                             {1000, 0, 54, 28, 72},
                                             {1016, 0, 54, 12, 60},
                                             {1040, 0, 46, 0, 52}},
                                            0.2);
  const bodies::Solid end_plate = bodies::half_space({0, 26, 1021}, {0, 0.5, -1});
  add(bodies::common(bone, end_plate, 6), kSacrum, 1.4, kSacrumSpongiosa);
  for (int n = 0; n < 4; ++n) {
    const Vec3 foramen{26.0 - 3 * n, 40.0 + 9 * n, 1000.0 - 17 * n};
    for (const double side : {-1.0, 1.0})
      parts.push_back({bodies::rod({side * foramen.x, foramen.y - 40, foramen.z},
                                   {side * foramen.x, foramen.y + 12, foramen.z}, 4.5, 4.5),
                       kFatTrunk});
  }
}

struct Rib {
  double drop;         ///< from the spine to the end in front, mm
  double front_angle;  ///< of that end, as in TrunkFrame::cage
  double sternum_z;    ///< where its cartilage reaches the sternum; 0: it does not
};
constexpr std::array<Rib, 12> kRibs12{{{30, 2.55, 1434},
                                       {52, 2.60, 1404},
                                       {66, 2.58, 1382},
                                       {80, 2.55, 1358},
                                       {93, 2.50, 1337},
                                       {104, 2.42, 1319},
                                       {112, 2.32, 1306},
                                       {114, 2.15, 0},
                                       {110, 2.0, 0},
                                       {102, 1.85, 0},
                                       {70, 1.35, 0},
                                       {42, 0.95, 0}}};

void Bones::ribs() {
  constexpr double kBackAngle = 0.26;
  constexpr int kSteps = 14;
  Vec3 margin;  // where the cartilage of the rib above lies
  for (int n = 0; n < 12; ++n) {
    const Rib& rib = kRibs12[n];
    const double head_z = vertebra_tops()[kFirstThoracic + n] - 2, radius = n == 0 || n > 9 ? 4.8 : 5.5;
    const bodies::TubeSection body = frame.spine(head_z);
    const auto left_of_spine = [&](double side) {
      return Vec3{body.x + side * (body.half_breadth + 2), body.back - 4, head_z};
    };
    std::vector<Vec3> points{{}};
    for (int step = 0; step <= kSteps; ++step) {
      const double s = static_cast<double>(step) / kSteps, swing = std::sin(pi / 2 * s);
      const double z = head_z - 2 - person.rib_slope * rib.drop * (0.55 * s + 0.45 * swing * swing);
      points.push_back(frame.cage(z, kBackAngle + (rib.front_angle - kBackAngle) * s));
    }
    for (const double side : {-1.0, 1.0}) {
      std::vector<Vec3> own = points;
      for (Vec3& p : own) p.x *= side;
      own.front() = left_of_spine(side);
      add(bodies::chain(own, radius), kRibs, 2, kRibsSpongiosa);
    }
    if (n >= 10) continue;
    const Vec3 end = points.back();
    std::vector<Vec3> cartilage{end};
    if (rib.sternum_z > 0) {
      constexpr double kSternumAngle = 3.03;
      for (int step = 1; step <= 4; ++step) {
        const double s = step / 4.0, z = end.z + (rib.sternum_z - end.z) * s * s;
        cartilage.push_back(frame.cage(z, rib.front_angle + (kSternumAngle - rib.front_angle) * s));
      }
    } else {
      cartilage.push_back((end + margin) * 0.5 + Vec3{8, -8, -8});
      cartilage.push_back(margin);
    }
    margin = cartilage[1];
    const bodies::Solid left = bodies::chain(cartilage, 5);
    parts.push_back({left, kCartilageTrunk});
    parts.push_back({bodies::mirrored(left), kCartilageTrunk});
  }
}

void Bones::sternum() {
  const auto section = [&](double z, double half_breadth, double half_depth) {
    const double y = frame.cage(z, pi).y;
    return bodies::TubeSection{z, 0, half_breadth, y - half_depth, y + half_depth};
  };
  add(bodies::column({section(1272, 4, 2.5), section(1290, 7, 3), section(1300, 15, 5),
                      section(1325, 18, 5.5), section(1370, 15, 5.5), section(1398, 14, 6),
                      section(1408, 20, 6.5), section(1430, 30, 7), section(1447, 24, 7)},
                     0.3),
      kSternum, 1.1, kSternumSpongiosa);
}

void Bones::shoulder_girdle() {
  add_both(
      bodies::chain({{26, -30, 1446}, {60, -32, 1450}, {95, -10, 1452}, {128, 16, 1447}, {150, 26, 1443}},
                    {9, 6, 5.5, 5.5, 7}),
      kClavicles, 1.8, kClaviclesSpongiosa);

  const Vec3 lower_tip{82, 96, 1300}, socket{142, 27, 1400}, upper_corner{72, 74, 1432};
  const bodies::Solid scapula = bodies::united(
      {bodies::ellipsoid({98, 75, 1372}, {40, -27, 8}, {-10, 6, 68}, 3),
       bodies::rod(lower_tip, {104, 72, 1350}, 5, 4.5), bodies::rod({104, 72, 1350}, socket, 4.5, 8),
       bodies::ball(socket, {9, 12, 17}), bodies::rod(upper_corner, lower_tip, 2.5, 3.5),
       bodies::rod(upper_corner, {128, 38, 1428}, 2.5, 4),
       bodies::rod({72, 88, 1406}, {152, 50, 1437}, 3.5, 5),
       bodies::chain({{152, 50, 1437}, {176, 32, 1438}, {172, 14, 1438}}, 4.5),
       bodies::chain({{134, 24, 1418}, {130, 2, 1424}, {142, -12, 1412}}, 5.5)});
  add_both(scapula, kScapulae, 1.5, kScapulaeSpongiosa);
}

void Bones::pelvis() {
  const double up = person.iliac_crest_up, out = person.hips_apart;
  const Vec3 hip{88 + out, 0, 925};
  // The wing: a plate that faces forwards and inwards and leans outwards at its top.
  const Vec3 along{46, -54, -2}, upwards{16, 4, 62 + up / 2};
  const Vec3 middle{95, 22, 1006 + up / 2};
  const bodies::Solid wing = bodies::ellipsoid(middle, along, upwards, 6);
  std::vector<Vec3> rim;
  for (double angle = 0.05; angle < 3.2; angle += 0.35)
    rim.push_back(middle + along * (0.98 * std::cos(angle)) + upwards * (0.93 * std::sin(angle)));
  const bodies::Solid crest = bodies::chain(rim, 5.5);
  const bodies::Solid ilium =
      bodies::united({wing, crest, bodies::ellipsoid({62, 56, 985}, {14, 22, 0}, {0, 0, 34}, 9),
                      bodies::rod({72, 40, 972}, hip + Vec3{2, 8, 26}, 14, 17)});
  const bodies::Solid socket = bodies::without(
      bodies::ball(hip + Vec3{-2, 4, 4}, {35, 34, 35}),
      bodies::united({bodies::ball(hip, {26, 26, 26}), bodies::rod(hip, hip + Vec3{40, -26, -34}, 26, 36)}));
  const Vec3 pubis{15, -56, 892}, sit{54, 30, 852};
  const bodies::Solid ring = bodies::united(
      {bodies::chain({hip + Vec3{-26, -18, -2}, {44, -46, 914}, {18, -56, 904}}, {14, 9.5, 10}),
       bodies::ball(pubis, {13, 10, 20}),
       bodies::chain({pubis + Vec3{2, 4, -12}, {36, -22, 858}, sit}, {8, 7, 12}),
       bodies::rod(sit, hip + Vec3{-22, 26, -16}, 15, 15), bodies::ball(sit, {15, 17, 20})});
  add_both(bodies::united({ilium, ring}), kPelvis, 2.1, kPelvisSpongiosa);
  add_both(socket, kPelvis, 1.8, kPelvisSpongiosa);
  parts.push_back({bodies::ball({0, -56, 893}, {3, 8, 18}), kCartilageTrunk});
}

}  // namespace

void add_trunk_bones(PhantomParts& parts, const PhantomParameters& person) {
  Bones bones{parts, person};
  bones.ribs();
  bones.spine();
  bones.sternum();
  bones.shoulder_girdle();
  bones.sacrum();
  bones.pelvis();
}

}  // namespace skiagraph::anatomy
