#include "core/geometry/body_pose.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace skiagraph::geometry {
namespace {

// All lengths in torso lengths, heights above the symphysis.

/// A straight leg is this deep at most, or about round. Feet are longer, and this high at most.
constexpr double kDeepestLeg = 0.52, kRoundest = 1.6, kFeet = 0.25;
constexpr double kThighs = -0.28, kKnees = -0.65;
/// The neck of a person who stands or lies is at most this far before or behind the symphysis.
constexpr double kMostBent = 0.75;

bool two_legs_in_place_of_trunk(const BodySections& sections, const BodyLevels& levels, double torso) {
  int legs = 0, seen = 0;
  for (double height = 0.2; height < 0.75; height += 0.05) {
    const auto& regions =
        sections.regions(static_cast<int>(sections.level(levels.symphysis.z + height * torso)));
    ++seen;
    if (regions.size() > 1 && regions[1].area > 0.6 * regions[0].area) ++legs;
  }
  return 2 * legs > seen;
}

/// The highest place below `kThighs` at which a leg is bent: deeper than a straight one can be, over a tenth
/// of a torso. NaN when there is none.
double bent_leg(const BodySections& sections, const BodyLevels& levels, double torso) {
  constexpr double kStep = 0.02;
  constexpr int kSteps = 5;
  int deep = 0;
  for (double height = kThighs;; height -= kStep) {
    const double z = levels.symphysis.z + height * torso;
    if (z < sections.z(0) + kFeet * torso) return std::nan("");
    const int level = static_cast<int>(std::lround(sections.level(z)));
    const auto& regions = sections.regions(level);
    const bool is_deep = std::ranges::any_of(regions, [&](const Region& region) {
      const double depth = region.high_y - region.low_y;
      return depth > kDeepestLeg * torso && depth > kRoundest * region.breadth();
    });
    deep = is_deep ? deep + 1 : 0;
    if (deep == kSteps) return height + kSteps * kStep;
  }
}

}  // namespace

void check_pose(const BodySections& sections, const BodyLevels& levels) {
  const double torso = levels.neck.z - levels.symphysis.z;
  if (!(torso > 0)) return;
  if (two_legs_in_place_of_trunk(sections, levels, torso))
    throw InputError(
        "surface.no_trunk",
        "The surface is not a whole person: where the trunk should be there are two parts, as legs "
        "are; scan the whole body.");
  if (std::abs(levels.neck.y - levels.symphysis.y) > kMostBent * torso)
    throw InputError(
        "pose.bent",
        "The person is bent over: markers can only be found in one who stands or lies straight; scan "
        "again, or give the axes and both levels.");
  const double bent = bent_leg(sections, levels, torso);
  if (std::isnan(bent)) return;
  if (bent > kKnees)
    throw InputError(
        "pose.sitting",
        "The person sits, with the thighs forward: markers can only be found in one who stands or "
        "lies straight; scan again, or give the axes and both levels.");
  throw InputError(
      "pose.kneeling",
      "The person kneels or bends the knees: markers can only be found in one who stands or lies "
      "straight; scan again, or give the axes and both levels.");
}

}  // namespace skiagraph::geometry
