#include "core/geometry/body_pose.h"

#include <algorithm>
#include <cmath>
#include <vector>

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

/// A body by the usual shares of its stature, in torso lengths.
class RoughBody {
 public:
  explicit RoughBody(const BodySections& sections) : sections_(sections) {
    std::vector<double> middles, fronts, backs;
    for (double height = 0.2; height < 0.95; height += 0.03)
      if (const auto& regions = sections.regions(level(height)); !regions.empty())
        middles.push_back(regions[0].x);
    middle_ = median(middles);
    constexpr double kAside = 0.12;
    for (double height = 0.2; height < 0.95; height += 0.03) {
      const auto [low, high] = widest(level(height), -kAside, kAside);
      if (low <= high) fronts.push_back(low), backs.push_back(high);
    }
    front_ = median(fronts), back_ = median(backs);
  }

  [[nodiscard]] int level(double height) const {
    constexpr double kSymphysis = 0.507;  // of the stature
    const double z = sections_.z(-0.5) + kSymphysis * sections_.height() + height * torso();
    return std::clamp(static_cast<int>(std::lround(sections_.level(z))), 0, BodySections::kLevels - 1);
  }
  /// How far the body reaches beyond the trunk's front or back at a level, between so far aside of the
  /// middle.
  [[nodiscard]] double reach(int level, double from, double to) const {
    const auto [low, high] = widest(level, from, to);
    return low > high ? 0 : std::max(front_ - low, high - back_) / torso();
  }

 private:
  [[nodiscard]] double torso() const {
    constexpr double kTorso = 0.313;  // of the stature
    return kTorso * sections_.height();
  }
  [[nodiscard]] BodySections::Range widest(int level, double from, double to) const {
    constexpr double kStep = 0.03;
    BodySections::Range range{INFINITY, -INFINITY};
    for (double x = from; x <= to; x += kStep) {
      const auto here = sections_.range_at(level, middle_ + x * torso());
      if (here.low <= here.high) range = {std::min(range.low, here.low), std::max(range.high, here.high)};
    }
    return range;
  }
  static double median(std::vector<double>& values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
  }

  const BodySections& sections_;
  double middle_ = 0, front_ = 0, back_ = 0;
};

}  // namespace

void check_arms(const BodySections& sections) {
  // Over 64 bodies of a parametric model in poses of their own 0.55 at most, with forearms forward 0.43 to
  // 0.61, with arms forward 0.62 to 0.90.
  constexpr double kReach = 0.59, kAside = 0.6, kWaist = 0.1, kHands = 1.4;
  constexpr int kFewestLevels = 3;
  const RoughBody body(sections);
  int reaching = 0;
  for (int level = body.level(kWaist); level <= body.level(kHands); ++level)
    if (body.reach(level, -kAside, kAside) > kReach) ++reaching;
  if (reaching < kFewestLevels) return;
  throw InputError("pose.arms_forward",
                   "The person holds the arms out before the body, which hides it: markers can only be found "
                   "with the arms "
                   "beside or above it; scan again, or give the axes and both levels.");
}

void check_raised_leg(const BodySections& sections) {
  constexpr double kReach = 0.59, kNear = 0.04, kFar = 0.3, kLow = -0.3, kHigh = 0.1;
  constexpr int kFewestLevels = 3;
  const RoughBody body(sections);
  int right = 0, left = 0;
  for (int level = body.level(kLow); level <= body.level(kHigh); ++level) {
    if (body.reach(level, -kFar, -kNear) > kReach) ++right;
    if (body.reach(level, kNear, kFar) > kReach) ++left;
  }
  if (std::max(right, left) < kFewestLevels || std::min(right, left) >= kFewestLevels) return;
  throw InputError("pose.leg_raised",
                   "The person holds a leg out, with the thigh level: markers can only be found in one who "
                   "stands, walks or lies straight; scan again, or give the axes and both levels.");
}

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
