#include "core/anatomy/habitus.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace skiagraph {
namespace {

using std::numbers::pi;
using Matrix = std::array<Vec3, 3>;

double bump(double x, double centre, double width) {
  const double t = (x - centre) / width;
  return std::exp(-0.5 * t * t);
}

/// 1 where the direction is `towards`, falling off around the body.
double facing(double direction, double towards, double sharpness) {
  return std::exp(sharpness * (std::cos(direction - towards) - 1));
}

double sigmoid(double x) {
  return 1 / (1 + std::exp(-x));
}

/// A ramp that bends from 0 to x within about `width` of 0.
double soft_ramp(double x, double width) {
  const double t = x / width;
  if (std::abs(t) > 30) return std::max(0.0, x);
  return width * std::log1p(std::exp(t));
}

Vec3 times(const Matrix& m, Vec3 p) {
  return {dot(m[0], p), dot(m[1], p), dot(m[2], p)};
}
Matrix transposed(const Matrix& m) {
  return {Vec3{m[0].x, m[1].x, m[2].x}, Vec3{m[0].y, m[1].y, m[2].y}, Vec3{m[0].z, m[1].z, m[2].z}};
}
Matrix product(const Matrix& a, const Matrix& b) {
  const Matrix columns = transposed(b);
  Matrix result;
  for (std::size_t row = 0; row < 3; ++row)
    result[row] = {dot(a[row], columns[0]), dot(a[row], columns[1]), dot(a[row], columns[2])};
  return result;
}

Matrix rotation_matrix(double yaw, double pitch) {
  const double cy = std::cos(yaw), sy = std::sin(yaw), cp = std::cos(pitch), sp = std::sin(pitch);
  const Matrix about_z{Vec3{cy, -sy, 0}, {sy, cy, 0}, {0, 0, 1}},
      about_x{Vec3{1, 0, 0}, {0, cp, -sp}, {0, sp, cp}};
  return product(about_x, about_z);
}

/// By what the fat layer grows: thickness in mm from thickness in mm, at most kMostAddedMm more.
double grown_fat(const HabitusParameters& p, double level, double direction, double fat_mm) {
  constexpr double kFront = -pi / 2, kBack = pi / 2, kMostAddedMm = 75;
  const double front = facing(direction, kFront, 1.5);
  const double breasts = facing(direction, kFront - 0.75, 8) + facing(direction, kFront + 0.75, 8);
  const double growth = p.fat_log + p.belly_log * bump(level, 0.38, 0.2) * front +
                        p.hip_log * bump(level, 0.05, 0.15) + p.back_log * facing(direction, kBack, 1.5) +
                        p.breast_log * bump(level, 0.70, 0.09) * breasts;
  // Not on neck and head; less and less down the thighs, where only what lies outwards of the muscle grows.
  const double torso = sigmoid((1.04 - level) / 0.02) * sigmoid((level + 0.25) / 0.1);
  const double added = fat_mm * (std::exp(std::clamp(growth * torso, -1.6, 2.2)) - 1);
  return fat_mm + (added > 0 ? kMostAddedMm * std::tanh(added / kMostAddedMm) : added);
}

// Fat of a place that has none: in the air between the legs.
constexpr double kThinnestMm = 1;
// Legs begin here, as levels: where their length changes, and where their girth does.
constexpr double kSeatLevel = -0.11, kCrotchLevel = -0.2;

/// Growth about a leg's axis; towards the other leg only as far as the midline between them, so that thighs
/// touch and never cross. The inverse is that of 1 / girth.
double grown_leg(double x, double axis, double midline, double girth) {
  const double offset = x - axis, reach = midline - axis;
  if (offset * reach <= 0) return axis + offset * girth;
  const double share = offset / reach;
  return axis + reach * girth * share / (1 + (girth - 1) * share);
}

}  // namespace

Habitus::Habitus(const BaseAnatomy& base, const HabitusParameters& parameters)
    : base_(base), parameters_(parameters) {
  origin_ = {base.midline_x, FatLayer::at(base.fat.axis_y, FatLayer::level_place(0)), base.symphysis_z};
  rotation_ = rotation_matrix(parameters.yaw, parameters.pitch);
  set_tables();
  set_arms();
}

void Habitus::set_tables() {
  const auto frame_factor = [](double level, const std::array<double, 5>& logs) {
    double sum = 0;
    for (std::size_t n = 0; n < logs.size(); ++n)
      sum += logs[n] * bump(level, HabitusParameters::kFrameLevels[n], 0.17);
    return static_cast<float>(std::exp(sum));
  };
  for (int row = 0; row < FatLayer::kLevels; ++row) {
    const double level = FatLayer::level_of_row(row);
    breadth_.push_back(frame_factor(level, parameters_.breadth_log));
    depth_.push_back(frame_factor(level, parameters_.depth_log));
  }
  fat_ = fat_of_person();
  const FatLayer& fat = base_.fat;
  double farthest_back = origin_.y;
  for (int row = 0; row < FatLayer::kLevels; ++row) {
    if (const double level = FatLayer::level_of_row(row); level < -0.1 || level > 1) continue;
    for (int column = 0; column < FatLayer::kDirections; ++column) {
      const std::size_t n = static_cast<std::size_t>(row) * FatLayer::kDirections + column;
      farthest_back =
          std::max(farthest_back, fat.axis_y[row] + (fat.lean_radius[n] + fat_[n]) * depth_[row] *
                                                        std::sin(FatLayer::direction_of_column(column)));
    }
  }
  back_y_ = farthest_back - parameters_.flattened_mm;
}

FatLayer::RadialTable Habitus::fat_of_person() const {
  // What is added spreads over the steps that pelvis and ribs make under the skin.
  constexpr double kSpreadRows = 3;
  const FatLayer& layer = base_.fat;
  FatLayer::RadialTable fat, added;
  for (int row = 0; row < FatLayer::kLevels; ++row)
    for (int column = 0; column < FatLayer::kDirections; ++column) {
      const std::size_t n = static_cast<std::size_t>(row) * FatLayer::kDirections + column;
      const double before = std::max<double>(kThinnestMm, layer.skin_radius[n] - layer.lean_radius[n]);
      const double after =
          grown_fat(parameters_, FatLayer::level_of_row(row), FatLayer::direction_of_column(column), before);
      fat.push_back(static_cast<float>(std::min(before, after)));
      added.push_back(static_cast<float>(std::max(0.0, after - before)));
    }
  added = FatLayer::smoothed_along_levels(added, kSpreadRows);
  for (std::size_t n = 0; n < fat.size(); ++n) fat[n] += added[n];
  return fat;
}

void Habitus::set_arms() {
  const double girth = parameters_.scale * std::exp(parameters_.arm_girth_log),
               length = parameters_.scale * std::exp(parameters_.arm_length_log);
  for (const bool left : {false, true}) {
    const std::size_t side = left ? 1 : 0;
    moved_joints_[side] = torso_from_base(base_.shoulder_joints[side]);
    const double angle = parameters_.abduction[side] * (left ? 1 : -1);
    const double c = std::cos(angle), s = std::sin(angle);
    // Hanging down (0, 0, -1) turns to (sin, 0, -cos).
    const Matrix lift{Vec3{c, 0, -s}, {0, 1, 0}, {s, 0, c}};
    const Matrix turn = product(rotation_, lift);
    arm_[side] = product(turn, {Vec3{girth, 0, 0}, {0, girth, 0}, {0, 0, length}});
    arm_inverse_[side] =
        product({Vec3{1 / girth, 0, 0}, {0, 1 / girth, 0}, {0, 0, 1 / length}}, transposed(turn));
  }
}

double Habitus::level_shift(double own_level) const {
  constexpr double kBend = 0.02;
  const double inside = std::clamp(own_level, 0.0, 1.0) * pi, sine = std::sin(inside);
  const double torso = sine * sine * (parameters_.torso[0] + parameters_.torso[1] * std::cos(inside));
  return torso + (1 - std::exp(-parameters_.leg_log)) * soft_ramp(kSeatLevel - own_level, kBend);
}

double Habitus::own_level(double base_level) const {
  constexpr double kTolerance = 1e-7;
  double own = base_level, last = own + 1;
  for (int iteration = 0; iteration < 20 && std::abs(own - last) > kTolerance; ++iteration) {
    last = own;
    own = base_level - level_shift(last);
  }
  return own;
}

double Habitus::leg_girth(double base_level) const {
  return 1 + std::expm1(parameters_.leg_girth_log) * sigmoid((kCrotchLevel - base_level) / 0.03);
}

double Habitus::flattened(double y) const {
  constexpr double kShare = 0.7, kBend = 3;
  return parameters_.flattened_mm > 0 ? y - kShare * soft_ramp(y - back_y_, kBend) : y;
}

double Habitus::unflattened(double y) const {
  if (parameters_.flattened_mm <= 0) return y;
  double whole = y;
  for (int iteration = 0; iteration < 8; ++iteration) {
    constexpr double kStepMm = 1e-3;
    const double error = flattened(whole) - y;
    whole -= error * kStepMm / (flattened(whole + kStepMm) - flattened(whole));
  }
  return whole;
}

Vec3 Habitus::torso_to_base(Vec3 p) const {
  const Vec3 turned = times(transposed(rotation_), p - origin_) * (1 / parameters_.scale);
  const double own = turned.z / length(), level = own + level_shift(own);
  const TablePlace row = FatLayer::level_place(level);
  const double axis = FatLayer::at(base_.fat.axis_y, row);
  const double x = turned.x / FatLayer::at(breadth_, row),
               y = (unflattened(turned.y + origin_.y) - axis) / FatLayer::at(depth_, row);
  const double radius = std::hypot(x, y), direction = std::atan2(y, x);
  const TablePlace column = FatLayer::direction_place(direction);
  const double lean = FatLayer::at(base_.fat.lean_radius, row, column),
               fat = std::max(kThinnestMm, FatLayer::at(base_.fat.skin_radius, row, column) - lean),
               grown = FatLayer::at(fat_, row, column);
  const double beyond = std::max(0.0, radius - lean), within_fat = std::min(beyond, grown);
  const double base_radius = std::min(radius, lean) + within_fat * fat / grown + (beyond - within_fat);
  const double stretch = radius > 0 ? base_radius / radius : 1;
  Vec3 q{x * stretch + base_.midline_x, y * stretch + axis, level * length() + base_.symphysis_z};
  const double girth = leg_girth(level);
  if (girth != 1) {
    const Vec3 leg = base_.legs.at(q.x > base_.midline_x, q.z);
    q.x = grown_leg(q.x, leg.x, base_.midline_x, 1 / girth);
    q.y = leg.y + (q.y - leg.y) / girth;
  }
  return q;
}

Vec3 Habitus::torso_from_base(Vec3 p) const {
  const double level = (p.z - base_.symphysis_z) / length(), girth = leg_girth(level);
  if (girth != 1) {
    const Vec3 leg = base_.legs.at(p.x > base_.midline_x, p.z);
    p.x = grown_leg(p.x, leg.x, base_.midline_x, girth);
    p.y = leg.y + (p.y - leg.y) * girth;
  }
  const TablePlace row = FatLayer::level_place(level);
  const double axis = FatLayer::at(base_.fat.axis_y, row);
  const double x = p.x - base_.midline_x, y = p.y - axis;
  const double base_radius = std::hypot(x, y), direction = std::atan2(y, x);
  const TablePlace column = FatLayer::direction_place(direction);
  const double lean = FatLayer::at(base_.fat.lean_radius, row, column),
               fat = std::max(kThinnestMm, FatLayer::at(base_.fat.skin_radius, row, column) - lean),
               grown = FatLayer::at(fat_, row, column);
  const double beyond = std::max(0.0, base_radius - lean), within_fat = std::min(beyond, fat);
  const double radius = std::min(base_radius, lean) + within_fat * grown / fat + (beyond - within_fat);
  const double stretch = base_radius > 0 ? radius / base_radius : 1;
  const Vec3 upright{x * stretch * FatLayer::at(breadth_, row),
                     flattened(y * stretch * FatLayer::at(depth_, row) + axis) - origin_.y,
                     own_level(level) * length()};
  return times(rotation_, upright) * parameters_.scale + origin_;
}

Vec3 Habitus::to_base(Vec3 p, BodyPartId part) const {
  if (part == kTorso) return torso_to_base(p);
  const std::size_t side = part == kLeftArm ? 1 : 0;
  return times(arm_inverse_[side], p - moved_joints_[side]) + base_.shoulder_joints[side];
}

Vec3 Habitus::from_base(Vec3 p, BodyPartId part) const {
  if (part == kTorso) return torso_from_base(p);
  const std::size_t side = part == kLeftArm ? 1 : 0;
  return times(arm_[side], p - base_.shoulder_joints[side]) + moved_joints_[side];
}

double Habitus::stature_mm() const {
  const auto height = [&](double z) { return own_level((z - base_.symphysis_z) / length()); };
  return parameters_.scale * (height(base_.crown_z) - height(base_.sole_z)) * length();
}

double Habitus::sitting_height_mm() const {
  return parameters_.scale *
         (own_level((base_.crown_z - base_.symphysis_z) / length()) - own_level(kSeatLevel)) * length();
}

double Habitus::mass_kg() const {
  constexpr double kStepMm = 4;
  double sum = 0;
  for (int part = 0; part < kBodyPartCount; ++part)
    for (const MassCell& cell : base_.parts[part].mass) {
      const auto at = [&](Vec3 offset) {
        return from_base(cell.centre + offset, static_cast<BodyPartId>(part));
      };
      const Vec3 dx = at({kStepMm, 0, 0}) - at({-kStepMm, 0, 0}),
                 dy = at({0, kStepMm, 0}) - at({0, -kStepMm, 0}),
                 dz = at({0, 0, kStepMm}) - at({0, 0, -kStepMm});
      sum += cell.kg * std::abs(dot(cross(dx, dy), dz)) / (8 * kStepMm * kStepMm * kStepMm);
    }
  return sum;
}

}  // namespace skiagraph
