#include "core/anatomy/base/fat_layer.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace skiagraph::anatomy {
namespace {

constexpr double kDirectionStep = 2 * std::numbers::pi / FatLayer::kDirections;

double mix(double lower, double upper, double weight) {
  return lower + (upper - lower) * weight;
}

}  // namespace

FatLayer::RadialTable FatLayer::smoothed_along_levels(const RadialTable& table, double sigma_rows) {
  const int reach = static_cast<int>(std::ceil(3 * sigma_rows));
  RadialTable smooth(table.size());
  for (int row = 0; row < kLevels; ++row) {
    double total = 0;
    for (int other = std::max(0, row - reach); other <= std::min(kLevels - 1, row + reach); ++other)
      total += std::exp(-0.5 * std::pow((other - row) / sigma_rows, 2));
    for (int other = std::max(0, row - reach); other <= std::min(kLevels - 1, row + reach); ++other) {
      const auto weight =
          static_cast<float>(std::exp(-0.5 * std::pow((other - row) / sigma_rows, 2)) / total);
      for (int column = 0; column < kDirections; ++column)
        smooth[static_cast<std::size_t>(row) * kDirections + column] +=
            weight * table[static_cast<std::size_t>(other) * kDirections + column];
    }
  }
  return smooth;
}

double FatLayer::direction_of_column(int column) {
  return column * kDirectionStep - std::numbers::pi;
}

TablePlace FatLayer::level_place(double level) {
  constexpr double kStep = (kHighestLevel - kLowestLevel) / (kLevels - 1);
  const double place = std::clamp((level - kLowestLevel) / kStep, 0.0, kLevels - 1.001);
  const int lower = static_cast<int>(place);
  return {lower, lower + 1, place - lower};
}

TablePlace FatLayer::direction_place(double direction) {
  const double place = (direction + std::numbers::pi) / kDirectionStep, floor = std::floor(place);
  const int lower = (static_cast<int>(floor) % kDirections + kDirections) % kDirections;
  return {lower, (lower + 1) % kDirections, place - floor};
}

double FatLayer::at(const LevelTable& table, const TablePlace& level) {
  return mix(table[level.lower], table[level.upper], level.weight);
}

double FatLayer::at(const RadialTable& table, const TablePlace& level, const TablePlace& direction) {
  const auto row = [&](int n) {
    const float* entries = table.data() + static_cast<std::ptrdiff_t>(n) * kDirections;
    return mix(entries[direction.lower], entries[direction.upper], direction.weight);
  };
  return mix(row(level.lower), row(level.upper), level.weight);
}

}  // namespace skiagraph::anatomy
