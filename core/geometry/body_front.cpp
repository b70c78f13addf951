#include "core/geometry/body_front.h"

#include <algorithm>

namespace skiagraph::geometry {
namespace {

/// Legs at least this long in torso lengths have feet.
constexpr double kWholeLegs = 1.1;

/// Mean y of the largest regions of each section between two heights.
double mean_y(const BodySections& sections, double from, double to, std::size_t largest) {
  double weight = 0, sum = 0;
  const int last = std::min(BodySections::kLevels - 1, static_cast<int>(sections.level(to)));
  for (int level = std::max(0, static_cast<int>(sections.level(from))); level <= last; ++level) {
    const auto& regions = sections.regions(level);
    for (std::size_t i = 0; i < std::min(largest, regions.size()); ++i) {
      weight += regions[i].area, sum += regions[i].area * regions[i].y;
    }
  }
  return weight > 0 ? sum / weight : 0;
}

/// Depth of the cleft between the two sides at the back, minus that at the front.
double cleft(const BodySections& sections, const BodyLevels& levels, double torso) {
  double sum = 0;
  int count = 0;
  const double x = levels.symphysis.x, aside = 0.1 * torso;
  const int last = static_cast<int>(sections.level(levels.symphysis.z + 0.08 * torso));
  for (int level = std::max(0, static_cast<int>(sections.level(levels.symphysis.z - 0.1 * torso)));
       level <= last; ++level) {
    const auto middle = sections.range_at(level, x);
    const auto right = sections.range_at(level, x - aside), left = sections.range_at(level, x + aside);
    if (middle.low > middle.high || right.low > right.high || left.low > left.high) continue;
    const double behind = (right.high + left.high) / 2 - middle.high;
    const double before = middle.low - (right.low + left.low) / 2;
    sum += behind - before, ++count;
  }
  return count > 0 ? sum / count : 0;
}

}  // namespace

bool looks_to_low_y(const BodySections& sections, const BodyLevels& levels) {
  const double torso = levels.neck.z - levels.symphysis.z;
  const double sole = sections.z(-0.5), neck = levels.neck.z;
  // Each cue is clipped, so that no single one decides alone.
  const auto vote = [&](double difference, double full) {
    return std::clamp(difference / (full * torso), -1.0, 1.0);
  };
  double feet = 0;
  if (levels.symphysis.z - sole > kWholeLegs * torso) {
    const double shanks = mean_y(sections, sole + 0.23 * torso, sole + 0.46 * torso, 2);
    feet = vote(shanks - mean_y(sections, sole + 0.015 * torso, sole + 0.1 * torso, 4), 0.06);
  }
  const double shoulders = mean_y(sections, neck - 0.12 * torso, neck - 0.03 * torso, 1);
  const double head = vote(shoulders - mean_y(sections, neck + 0.15 * torso, neck + 0.3 * torso, 1), 0.06);
  const double buttocks = vote(cleft(sections, levels, torso), 0.03);
  return 3 * feet + 1.5 * head + 1.5 * buttocks >= 0;
}

}  // namespace skiagraph::geometry
