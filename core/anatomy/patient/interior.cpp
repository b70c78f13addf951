#include "core/anatomy/patient/interior.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace skiagraph::anatomy {
namespace {

/// Values of a Gaussian about `centre` on the nodes of one axis, and the range where they count.
struct AxisWeights {
  int first = 0, last = 0;  ///< half open
  std::vector<float> weight, offset;
};

AxisWeights axis_weights(int count, double origin, double spacing, double centre, double reach) {
  constexpr double kReaches = 3;
  AxisWeights axis;
  axis.first =
      std::clamp(static_cast<int>(std::ceil((centre - kReaches * reach - origin) / spacing)), 0, count);
  axis.last = std::clamp(static_cast<int>(std::floor((centre + kReaches * reach - origin) / spacing)) + 1,
                         axis.first, count);
  for (int n = axis.first; n < axis.last; ++n) {
    const double offset = origin + n * spacing - centre;
    axis.offset.push_back(static_cast<float>(offset));
    axis.weight.push_back(static_cast<float>(std::exp(-0.5 * offset * offset / (reach * reach))));
  }
  return axis;
}

void add(const InteriorMotion& motion, const InteriorMobility& mobility, DisplacementField& velocity) {
  const GridGeometry& grid = mobility.grid;
  const auto along = [&](auto member, int count) {
    return axis_weights(count, grid.origin_mm.*member, grid.spacing_mm.*member, motion.centre.*member,
                        motion.reach_mm.*member);
  };
  const AxisWeights x = along(&Vec3::x, grid.nx), y = along(&Vec3::y, grid.ny), z = along(&Vec3::z, grid.nz);
  const std::vector<float>& weights = motion.viscera_only ? mobility.viscera : mobility.any;
  const auto shift = [&](auto member, float offset) {
    return static_cast<float>(motion.shift_mm.*member + offset * (motion.stretch.*member));
  };
  for (int k = z.first; k < z.last; ++k)
    for (int i = x.first; i < x.last; ++i) {
      const float plane = z.weight[k - z.first] * x.weight[i - x.first];
      const float shift_x = shift(&Vec3::x, x.offset[i - x.first]),
                  shift_z = shift(&Vec3::z, z.offset[k - z.first]);
      const std::size_t n = grid.index(i, y.first, k);
      for (int j = 0; j < y.last - y.first; ++j) {
        const float weight = plane * y.weight[j] * weights[n + j];
        velocity.shift[n + j] =
            velocity.shift[n + j] + Vec3f{shift_x, shift(&Vec3::y, y.offset[j]), shift_z} * weight;
      }
    }
}

DisplacementField velocity_of(const InteriorMobility& mobility, const InteriorParameters& motions) {
  DisplacementField velocity{mobility.grid, std::vector<Vec3f>(mobility.grid.count())};
  for (const InteriorMotion& motion : motions) add(motion, mobility, velocity);
  return velocity;
}

/// As add() does it, at one place.
Vec3 velocity_at(const InteriorMobility& mobility, const InteriorParameters& motions, Vec3 p) {
  GridCell cell;
  if (!GridCell::find(mobility.grid, p, cell)) return {};
  const double any = cell.interpolate(mobility.any.data()),
               viscera = cell.interpolate(mobility.viscera.data());
  Vec3 velocity;
  for (const InteriorMotion& m : motions) {
    const Vec3 d = p - m.centre, t{d.x / m.reach_mm.x, d.y / m.reach_mm.y, d.z / m.reach_mm.z};
    const double weight = std::exp(-0.5 * dot(t, t)) * (m.viscera_only ? viscera : any);
    velocity =
        velocity + (m.shift_mm + Vec3{d.x * m.stretch.x, d.y * m.stretch.y, d.z * m.stretch.z}) * weight;
  }
  return velocity;
}

struct HeightRange {
  double low = 0, high = 0;
};

HeightRange height_range(const std::vector<Vec3>& points) {
  if (points.empty()) return {};
  const auto [low, high] = std::ranges::minmax(points, {}, &Vec3::z);
  return {low.z, high.z};
}

}  // namespace

InteriorParameters draw_interior(const BaseAnatomy& base, RandomStream& random) {
  const auto n = [&](double sd) { return random.truncated_normal(0, sd, 2.5); };
  const auto at = [&](Marker marker) { return base.landmark(marker); };
  InteriorParameters motions;
  const auto move = [&](Vec3 centre, Vec3 reach, Vec3 shift, bool viscera_only = true, Vec3 stretch = {}) {
    motions.push_back({centre, reach, shift, stretch, viscera_only});
  };
  const Vec3 liver_top = at(Marker::kLiverTop), liver_bottom = at(Marker::kLiverBottom);
  const Vec3 liver = (liver_top + liver_bottom) * 0.5, carina = at(Marker::kCarina);
  const double midline = base.midline_x;

  // Breathing: the diaphragm and the organs attached to it; the front of the ribs and the sternum move up.
  // The bases were scanned lying and breathed out.
  constexpr double kDeeperMm = -22;
  const double breath = n(19);
  move({midline, liver_top.y, liver_top.z - 40}, {220, 200, 85}, {0, 0, kDeeperMm + breath});
  move({midline, carina.y - 90, liver_top.z + 70}, {140, 60, 110}, {0, 0, n(5) - 0.15 * breath}, false);

  // Liver: place, size, lower edge.
  const double liver_size = n(0.05);
  move(liver_top, {70, 70, 50}, {0, 0, n(16)});
  move(liver_bottom, {65, 42, 70}, {n(6), 0, n(30)});
  move(liver, {80, 80, 80}, {n(6), n(4), 0}, true, {liver_size, liver_size, liver_size});

  // Spleen and lung bases.
  move(at(Marker::kLungBottomLeft) + Vec3{0, 0, 20}, {60, 60, 55}, {n(3), n(3), n(37)});
  const Vec3 right_lung_bottom = std::ranges::min(base.organs[kRightLungPoints], {}, &Vec3::z);
  move(right_lung_bottom + Vec3{0, 0, 20}, {55, 50, 50}, {n(3), n(3), n(16)});

  for (const Marker lung : {Marker::kLungTopRight, Marker::kLungTopLeft})
    move(at(lung), {45, 45, 45}, {n(3), 0, n(13.5)}, false);

  // Mediastinum: carina, heart with its size and axis.
  move(carina, {45, 45, 50}, {n(4), 0, n(9)});
  const double heart_size = n(0.07);
  move(carina + Vec3{25, -45, -75}, {45, 40, 45}, {n(6), 0, n(5)}, true,
       {heart_size, heart_size, heart_size});
  move(carina + Vec3{60, -60, -105}, {35, 35, 30}, {n(5), 0, n(6)});

  move(at(Marker::kSternalNotch), {40, 35, 40}, {n(2), 0, n(18)}, false);
  move(at(Marker::kSternumTip), {40, 35, 50}, {n(2), 0, n(11)}, false);

  // Pelvis: height of the crests, tilt; hips; bladder.
  const double crests = n(11), tilt = n(5);
  for (const Marker crest : {Marker::kIliacCrestRight, Marker::kIliacCrestLeft})
    move(at(crest), {75, 75, 60}, {n(3), tilt, crests + n(3)}, false);
  const double hips_up = n(11), hips_apart = n(7.5);
  for (const auto& [hip, side] :
       {std::pair{Marker::kFemoralHeadRight, -1.0}, {Marker::kFemoralHeadLeft, 1.0}})
    move(at(hip), {45, 50, 55}, {side * hips_apart + n(2), 0, hips_up + n(3)}, false);
  const double fullness = n(0.12);
  move(at(Marker::kPubicSymphysis) + Vec3{0, 45, 40}, {35, 35, 35}, {}, false,
       {fullness, fullness, fullness});

  // Spine curve: one or two bends to the side.
  const double torso = base.neck_z - base.symphysis_z, spine_y = at(Marker::kNeck).y;
  for (const double level : {0.3, 0.55, 0.8})
    move({midline, spine_y, base.symphysis_z + level * torso}, {55, 60, 75}, {n(5), 0, 0}, false);

  // Kidneys last, so that their length is that of kidneys whatever the other motions stretch. The right one
  // already moves with the lower edge of the liver.
  struct KidneyDraw {
    Marker centre;
    MeasuredOrgan points;
    double height_sd;
  };
  for (const auto& [kidney, points, height_sd] :
       {KidneyDraw{Marker::kKidneyCentreRight, kRightKidneyPoints, 2},
        {Marker::kKidneyCentreLeft, kLeftKidneyPoints, 17}}) {
    constexpr double kLengthMm = 121, kReachMm = 70;
    const double target = std::log(kLengthMm) + n(0.1);
    const HeightRange poles = height_range(base.organs[points]);
    const double length = poles.high - poles.low;
    if (length <= 0) continue;
    const Vec3 c = at(kidney);
    const double strain = (velocity_at(base.mobility, motions, {c.x, c.y, poles.high}).z -
                           velocity_at(base.mobility, motions, {c.x, c.y, poles.low}).z) /
                          length;
    // The stretch fades towards the poles, hence more than the 110 mm of adults.
    const double fading = std::exp(-0.125 * length * length / (kReachMm * kReachMm));
    const double longer = (target - std::log(length) - strain) / fading;
    move(c, {45, 45, kReachMm}, {n(8), n(3), n(height_sd)}, true,
         {n(0.05) - longer / 3, -longer / 3, longer});
  }
  return motions;
}

Interior::Interior(const BaseAnatomy& base, const InteriorParameters& motions) {
  const DisplacementField velocity = velocity_of(base.mobility, motions);
  to_base_ = flow(velocity, -1);
  from_base_ = flow(velocity, 1);
}

}  // namespace skiagraph::anatomy
