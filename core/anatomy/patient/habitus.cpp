#include "core/anatomy/patient/habitus.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/anatomy/patient/fat_growth.h"
#include "core/bodies/smooth_functions.h"

namespace skiagraph::anatomy {
namespace {

using std::numbers::pi;
using Matrix = std::array<Vec3, 3>;

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

// Legs begin here, as levels: where their length changes, and where their girth does.
constexpr double kSeatLevel = -0.095, kCrotchLevel = -0.2;

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
      sum += logs[n] * bodies::bump(level, HabitusParameters::kFrameLevels[n], 0.17);
    return static_cast<float>(std::exp(sum));
  };
  for (int row = 0; row < FatLayer::kLevels; ++row) {
    const double level = FatLayer::level_of_row(row);
    breadth_.push_back(frame_factor(level, parameters_.breadth_log));
    depth_.push_back(frame_factor(level, parameters_.depth_log));
  }
  fat_ = grown_fat(base_.fat, parameters_);
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
  constexpr double kBend = 0.02, kReach = 0.07;
  const double inside = std::clamp(own_level, 0.0, 1.0) * pi, sine = std::sin(inside);
  const double torso = sine * sine * (parameters_.torso[0] + parameters_.torso[1] * std::cos(inside));
  double local = 0;
  for (std::size_t n = 0; n < parameters_.shift.size(); ++n)
    local += parameters_.shift[n] * bodies::bump(own_level, HabitusParameters::kShiftLevels[n], kReach);
  return torso + local +
         (1 - std::exp(-parameters_.leg_log)) * bodies::soft_ramp(kSeatLevel - own_level, kBend);
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
  return 1 + std::expm1(parameters_.leg_girth_log) * bodies::sigmoid((kCrotchLevel - base_level) / 0.03);
}

double Habitus::flattened(double y) const {
  constexpr double kShare = 0.7, kBend = 3;
  return parameters_.flattened_mm > 0 ? y - kShare * bodies::soft_ramp(y - back_y_, kBend) : y;
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
               fat = std::max(kThinnestFatMm, FatLayer::at(base_.fat.skin_radius, row, column) - lean),
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

Habitus::Level Habitus::level_at(double base_z) const {
  Level level;
  level.base = (base_z - base_.symphysis_z) / length();
  level.girth = leg_girth(level.base);
  level.row = FatLayer::level_place(level.base);
  level.axis_y = FatLayer::at(base_.fat.axis_y, level.row);
  level.breadth = FatLayer::at(breadth_, level.row);
  level.depth = FatLayer::at(depth_, level.row);
  return level;
}

Vec3 Habitus::upright(Vec3 p, const Level& level) const {
  if (level.girth != 1) {
    const Vec3 leg = base_.legs.at(p.x > base_.midline_x, p.z);
    p.x = grown_leg(p.x, leg.x, base_.midline_x, level.girth);
    p.y = leg.y + (p.y - leg.y) * level.girth;
  }
  const double x = p.x - base_.midline_x, y = p.y - level.axis_y;
  const double base_radius = std::hypot(x, y), direction = std::atan2(y, x);
  const TablePlace column = FatLayer::direction_place(direction);
  const double lean = FatLayer::at(base_.fat.lean_radius, level.row, column),
               fat = std::max(kThinnestFatMm, FatLayer::at(base_.fat.skin_radius, level.row, column) - lean),
               grown = FatLayer::at(fat_, level.row, column);
  const double beyond = std::max(0.0, base_radius - lean), within_fat = std::min(beyond, fat);
  const double radius = std::min(base_radius, lean) + within_fat * grown / fat + (beyond - within_fat);
  const double stretch = base_radius > 0 ? radius / base_radius : 1;
  return {x * stretch * level.breadth, flattened(y * stretch * level.depth + level.axis_y) - origin_.y, 0};
}

Vec3 Habitus::torso_from_base(Vec3 p) const {
  const Level level = level_at(p.z);
  Vec3 moved = upright(p, level);
  moved.z = own_level(level.base) * length();
  return times(rotation_, moved) * parameters_.scale + origin_;
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

double Habitus::torso_mass_kg() const {
  // The new height depends on the old height alone, so a volume changes by the factor in height times that in
  // area.
  constexpr double kStepMm = 4, kLevelStep = 1e-4;
  double sum = 0, last_z = std::numeric_limits<double>::quiet_NaN(), taller = 1;
  Level level;
  for (const MassCell& cell : base_.parts[kTorso].mass) {
    if (cell.centre.z != last_z) {
      last_z = cell.centre.z;
      level = level_at(last_z);
      const double own = own_level(level.base);
      taller = 1 / (1 + (level_shift(own + kLevelStep) - level_shift(own - kLevelStep)) / (2 * kLevelStep));
    }
    const auto across = [&](Vec3 step) {
      return upright(cell.centre + step, level) - upright(cell.centre - step, level);
    };
    const Vec3 dx = across({kStepMm, 0, 0}), dy = across({0, kStepMm, 0});
    sum += cell.kg * taller * std::abs(dx.x * dy.y - dx.y * dy.x) / (4 * kStepMm * kStepMm);
  }
  return sum * std::pow(parameters_.scale, 3);
}

double Habitus::mass_kg() const {
  double arms = 0;
  for (const BodyPartId part : {kRightArm, kLeftArm})
    for (const MassCell& cell : base_.parts[part].mass) arms += cell.kg;
  const double growth = 2 * parameters_.arm_girth_log + parameters_.arm_length_log;
  return torso_mass_kg() + arms * std::exp(growth) * std::pow(parameters_.scale, 3);
}

}  // namespace skiagraph::anatomy
