#pragma once

#include <vector>

namespace skiagraph::anatomy {

/// A place between two entries of a table.
struct TablePlace {
  int lower = 0, upper = 0;
  double weight = 0;  ///< of upper
};

/// The fat of the torso in polar coordinates about the body axis: its inner radius and the radius of the
/// skin, by level and direction. Level is 0 at the pubic symphysis and 1 at the neck; direction is atan2(y,
/// x) of the patient frame about the axis.
struct FatLayer {
  static constexpr double kLowestLevel = -0.6, kHighestLevel = 1.2;
  static constexpr int kLevels = 96, kDirections = 72;
  static constexpr double kLeastThicknessMm = 4;  ///< the skin alone, so that places without fat can grow too

  /// kLevels rows of kDirections, mm.
  using RadialTable = std::vector<float>;
  /// kLevels.
  using LevelTable = std::vector<float>;

  RadialTable lean_radius, skin_radius;
  LevelTable axis_y;  ///< mm: y of the body axis

  /// Gaussian over the rows of each direction.
  static RadialTable smoothed_along_levels(const RadialTable& table, double sigma_rows);

  static double level_of_row(int row) {
    return kLowestLevel + row * (kHighestLevel - kLowestLevel) / (kLevels - 1);
  }
  static double direction_of_column(int column);
  /// Clamped to the first and the last level.
  static TablePlace level_place(double level);
  static TablePlace direction_place(double direction);
  static double at(const LevelTable& table, const TablePlace& level);
  static double at(const RadialTable& table, const TablePlace& level, const TablePlace& direction);
};

}  // namespace skiagraph::anatomy
