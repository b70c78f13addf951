#include "core/geometry/body_front.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace skiagraph::geometry {
namespace {

/// Reads heights and depths of a body in torso lengths.
class Body {
 public:
  Body(const BodySections& sections, const BodyLevels& levels)
      : sections_(sections), levels_(levels), torso_(levels.neck.z - levels.symphysis.z) {}

  [[nodiscard]] const BodySections& sections() const { return sections_; }
  [[nodiscard]] double torso() const { return torso_; }
  /// Level of a height in torso lengths above the symphysis.
  [[nodiscard]] int level(double height) const {
    return std::clamp(static_cast<int>(std::lround(sections_.level(levels_.symphysis.z + height * torso_))),
                      0, BodySections::kLevels - 1);
  }
  [[nodiscard]] double height(int level) const { return (sections_.z(level) - levels_.symphysis.z) / torso_; }
  /// The midline at a height.
  [[nodiscard]] double middle(double height) const {
    return levels_.symphysis.x + height * (levels_.neck.x - levels_.symphysis.x);
  }
  /// The part of the trunk, neck or head there.
  [[nodiscard]] const Region* trunk(int at) const {
    const double share = std::clamp(height(at), 0.0, 1.0);
    return sections_.region_near(at, middle(share),
                                 levels_.symphysis.y + share * (levels_.neck.y - levels_.symphysis.y));
  }
  /// Front-most and back-most places near the midline between two heights, means over the levels.
  [[nodiscard]] std::optional<BodySections::Range> range(double from, double to, double aside = 0) const {
    BodySections::Range sum{0, 0};
    int count = 0;
    for (int at = level(from); at <= level(to); ++at) {
      const auto here = sections_.range_at(at, middle(std::clamp(height(at), 0.0, 1.0)) + aside * torso_);
      if (here.low > here.high) continue;
      sum.low += here.low, sum.high += here.high, ++count;
    }
    if (count == 0) return std::nullopt;
    return BodySections::Range{sum.low / count, sum.high / count};
  }
  /// Mean y of the trunk between two heights.
  [[nodiscard]] std::optional<double> mean_y(double from, double to) const {
    double weight = 0, sum = 0;
    for (int at = level(from); at <= level(to); ++at)
      if (const Region* region = trunk(at)) weight += region->area, sum += region->area * region->y;
    return weight > 0 ? std::optional(sum / weight) : std::nullopt;
  }

 private:
  const BodySections& sections_;
  const BodyLevels& levels_;
  double torso_;
};

/// A limb from its root downwards, level by level.
struct Limb {
  int top = 0;
  std::vector<Region> regions;  ///< at top, top - 1, ...
  /// Mean y of those whose share of the way from the top to the bottom lies in a range.
  [[nodiscard]] double mean_y(double from, double to) const {
    double sum = 0;
    int count = 0;
    for (std::size_t n = 0; n < regions.size(); ++n) {
      const double share = (static_cast<double>(n) + 0.5) / static_cast<double>(regions.size());
      if (share >= from && share <= to) sum += regions[n].y, ++count;
    }
    return count > 0 ? sum / count : regions.back().y;
  }
};

bool overlap(const Region& a, const Region& b) {
  return a.low_x <= b.high_x && b.low_x <= a.high_x && a.low_y <= b.high_y && b.low_y <= a.high_y;
}

/// Follows a region downwards as long as the next one overlaps it and is no part of something larger.
Limb follow_down(const BodySections& sections, int top, const Region& start) {
  constexpr double kJoined = 2.2;
  Limb limb{top, {start}};
  for (int level = top - 1; level >= 0; --level) {
    const Region* best = nullptr;
    for (const Region& region : sections.regions(level))
      if (overlap(region, limb.regions.back()) &&
          (best == nullptr ||
           std::abs(region.x - limb.regions.back().x) < std::abs(best->x - limb.regions.back().x)))
        best = &region;
    if (best == nullptr || best->area > kJoined * limb.regions.back().area) break;
    limb.regions.push_back(*best);
  }
  return limb;
}

/// Legs that are two regions below the crotch and reach down to the lowest tenth of the body.
std::vector<Limb> legs(const Body& body) {
  constexpr double kThigh = -0.35;
  const int top = body.level(kThigh);
  std::vector<Limb> found;
  const auto& regions = body.sections().regions(top);
  if (regions.size() < 2 || regions[1].area < 0.4 * regions[0].area) return found;
  for (int n = 0; n < 2; ++n) {
    Limb limb = follow_down(body.sections(), top, regions[n]);
    const double length = static_cast<double>(limb.regions.size()) / BodySections::kLevels *
                          body.sections().height() / body.torso();
    if (length > 0.75) found.push_back(std::move(limb));
  }
  return found;
}

/// Arms that hang: regions beside the trunk at the waist's height, as far as they reach up and down.
std::vector<Limb> arms(const Body& body) {
  std::vector<Limb> found;
  const auto& sections = body.sections();
  for (const double side : {-1.0, 1.0}) {
    // The highest level, below the armpit, at which an arm is on its own.
    for (int level = body.level(0.85); level > body.level(0.35); --level) {
      const Region* trunk = body.trunk(level);
      const Region* arm = nullptr;
      for (const Region& region : sections.regions(level))
        if (trunk != nullptr && &region != trunk && (region.x - trunk->x) * side > 0 &&
            region.area < 0.5 * trunk->area && region.area > 0.02 * trunk->area)
          arm = &region;
      if (arm == nullptr) continue;
      Limb limb = follow_down(sections, level, *arm);
      const double length =
          static_cast<double>(limb.regions.size()) / BodySections::kLevels * sections.height() / body.torso();
      if (length > 0.5) {
        found.push_back(std::move(limb));
        break;
      }
    }
  }
  return found;
}

double feet(const Body& body, const std::vector<Limb>& legs) {
  double sum = 0;
  for (const Limb& leg : legs) sum += leg.mean_y(0.78, 0.9) - leg.mean_y(0.95, 1);
  return legs.empty() ? 0 : sum / static_cast<double>(legs.size()) / body.torso();
}

double calves(const Body& body, const std::vector<Limb>& legs) {
  double sum = 0;
  for (const Limb& leg : legs)
    sum += leg.mean_y(0.5, 0.65) - (leg.mean_y(0.28, 0.4) + leg.mean_y(0.82, 0.9)) / 2;
  return legs.empty() ? 0 : sum / static_cast<double>(legs.size()) / body.torso();
}

double head(const Body& body) {
  const auto shoulders = body.mean_y(0.88, 0.97), head = body.mean_y(1.15, 1.3);
  return shoulders && head ? (*shoulders - *head) / body.torso() : 0;
}

/// How far the face reaches before the neck, less how far the head reaches behind it.
double chin(const Body& body) {
  const auto neck = body.range(1.0, 1.06), face = body.range(1.1, 1.22), crown = body.range(1.2, 1.32);
  if (!neck || !face || !crown) return 0;
  return ((neck->low - face->low) - (face->high - neck->high)) / body.torso();
}

/// Depth of the cleft between the two sides at the back, minus that at the front.
double buttocks(const Body& body) {
  double sum = 0;
  int count = 0;
  for (int level = body.level(-0.1); level <= body.level(0.08); ++level) {
    const double height = body.height(level);
    const auto middle = body.range(height, height), right = body.range(height, height, -0.1),
               left = body.range(height, height, 0.1);
    if (!middle || !right || !left) continue;
    sum += (right->high + left->high) / 2 - middle->high - (middle->low - (right->low + left->low) / 2);
    ++count;
  }
  return count > 0 ? sum / count / body.torso() : 0;
}

/// How hollow the body is between chest and pelvis, behind less before.
double lumbar(const Body& body) {
  const auto chest = body.range(0.65, 0.8), waist = body.range(0.28, 0.42), pelvis = body.range(-0.02, 0.1);
  if (!chest || !waist || !pelvis) return 0;
  const double behind = (chest->high + pelvis->high) / 2 - waist->high,
               before = waist->low - (chest->low + pelvis->low) / 2;
  return (behind - before) / body.torso();
}

double forearms(const Body& body, const std::vector<Limb>& arms) {
  double sum = 0;
  for (const Limb& arm : arms) sum += arm.mean_y(0.25, 0.5) - arm.mean_y(0.7, 1);
  return arms.empty() ? 0 : sum / static_cast<double>(arms.size()) / body.torso();
}

}  // namespace

FrontCues front_cues(const BodySections& sections, const BodyLevels& levels) {
  const Body body(sections, levels);
  const std::vector<Limb> both_legs = legs(body);
  return {feet(body, both_legs), calves(body, both_legs),   head(body), chin(body), buttocks(body),
          lumbar(body),          forearms(body, arms(body))};
}

double front_vote(const FrontCues& cues) {
  /// Over 63 bodies of a parametric model, the three bases' own and 19 made to measure: mean, and mean over
  /// standard deviation.
  struct Measured {
    double usual, weight;
  };
  constexpr std::array<Measured, kFrontCues> kMeasured{
      {{0.104, 4.1}, {0.0275, 4.3}, {0.085, 4.0}, {0.136, 4.5}, {0.032, 0.9}, {0.077, 2.0}, {0.163, 0.9}}};
  double sum = 0, all = 0;
  for (int n = 0; n < kFrontCues; ++n) {
    if (cues[n] == 0) continue;
    const auto [usual, weight] = kMeasured[n];
    sum += weight * std::clamp(cues[n] / usual, -1.0, 1.0), all += weight;
  }
  return all > 0 ? sum / all : 0;
}

}  // namespace skiagraph::geometry
