#include "core/anatomy/patient/fat_growth.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/bodies/smooth_functions.h"

namespace skiagraph::anatomy {
namespace {

using std::numbers::pi;

/// 1 where the direction is `towards`, falling off around the body.
double facing(double direction, double towards, double sharpness) {
  return std::exp(sharpness * (std::cos(direction - towards) - 1));
}

/// Shares of the regions, by level.
struct LevelShares {
  double belly, hip, breast, torso;
};
LevelShares level_shares(double level) {
  // Nothing on neck and head, and less and less down the thighs.
  return {bodies::bump(level, 0.38, 0.2), bodies::bump(level, 0.05, 0.15), bodies::bump(level, 0.70, 0.09),
          bodies::sigmoid((1.04 - level) / 0.02) * bodies::sigmoid((level + 0.25) / 0.1)};
}

/// The same by direction.
struct DirectionShares {
  double front, back, breasts;
};
DirectionShares direction_shares(double direction) {
  constexpr double kFront = -pi / 2, kBack = pi / 2;
  return {facing(direction, kFront, 1.5), facing(direction, kBack, 1.5),
          facing(direction, kFront - 0.75, 8) + facing(direction, kFront + 0.75, 8)};
}

/// Change of a thickness of `fat_mm`.
double added_mm(const HabitusParameters& p, const LevelShares& level, const DirectionShares& direction,
                double fat_mm) {
  constexpr double kMostAddedMm = 75;
  const double growth = p.fat_log + p.belly_log * level.belly * direction.front + p.hip_log * level.hip +
                        p.back_log * direction.back + p.breast_log * level.breast * direction.breasts;
  const double added = fat_mm * (std::exp(std::clamp(growth * level.torso, -1.6, 2.2)) - 1);
  return added > 0 ? kMostAddedMm * std::tanh(added / kMostAddedMm) : added;
}

float mean_of_torso(const FatLayer::RadialTable& table) {
  double sum = 0;
  int count = 0;
  for (std::size_t n = 0; n < table.size(); ++n) {
    const double level = FatLayer::level_of_row(static_cast<int>(n / FatLayer::kDirections));
    if (level < 0 || level > 1) continue;
    sum += table[n];
    ++count;
  }
  return static_cast<float>(sum / count);
}

/// Mean over neighbouring directions.
FatLayer::RadialTable smoothed_around(const FatLayer::RadialTable& table) {
  constexpr int kReach = 4;
  FatLayer::RadialTable smooth(table.size());
  for (int row = 0; row < FatLayer::kLevels; ++row) {
    const float* ring = table.data() + static_cast<std::ptrdiff_t>(row) * FatLayer::kDirections;
    for (int column = 0; column < FatLayer::kDirections; ++column) {
      float sum = 0;
      for (int step = -kReach; step <= kReach; ++step)
        sum += ring[(column + step + FatLayer::kDirections) % FatLayer::kDirections];
      smooth[static_cast<std::size_t>(row) * FatLayer::kDirections + column] = sum / (2 * kReach + 1);
    }
  }
  return smooth;
}

}  // namespace

FatLayer::RadialTable grown_fat(const FatLayer& layer, const HabitusParameters& parameters) {
  // Added fat is smoothed, so that the steps of pelvis and ribs do not show in the skin.
  constexpr double kSpreadRows = 3;
  std::vector<DirectionShares> directions;
  for (int column = 0; column < FatLayer::kDirections; ++column)
    directions.push_back(direction_shares(FatLayer::direction_of_column(column)));
  // A base's thin and thick spots are its own: growth follows the thickness of the surroundings.
  constexpr double kSurroundingsRows = 6;
  FatLayer::RadialTable thickness;
  thickness.reserve(layer.skin_radius.size());
  for (std::size_t n = 0; n < layer.skin_radius.size(); ++n)
    thickness.push_back(
        std::max(static_cast<float>(kThinnestFatMm), layer.skin_radius[n] - layer.lean_radius[n]));
  FatLayer::RadialTable around =
      FatLayer::smoothed_along_levels(smoothed_around(thickness), kSurroundingsRows);
  const float usual = mean_of_torso(thickness);
  for (float& mm : around) mm = (mm + usual) / 2;
  FatLayer::RadialTable fat, added;
  fat.reserve(layer.skin_radius.size()), added.reserve(layer.skin_radius.size());
  for (int row = 0; row < FatLayer::kLevels; ++row) {
    const LevelShares level = level_shares(FatLayer::level_of_row(row));
    for (const DirectionShares& direction : directions) {
      const std::size_t n = fat.size();
      const double before = thickness[n];
      // What is lost is lost from the place itself, so that nothing is left over or missing.
      const double grown = added_mm(parameters, level, direction, around[n]);
      const double change = grown > 0 ? grown : added_mm(parameters, level, direction, before);
      fat.push_back(static_cast<float>(before + std::min(0.0, change)));
      added.push_back(static_cast<float>(std::max(0.0, change)));
    }
  }
  added = FatLayer::smoothed_along_levels(added, kSpreadRows);
  for (std::size_t n = 0; n < fat.size(); ++n) fat[n] += added[n];
  return fat;
}

}  // namespace skiagraph::anatomy
