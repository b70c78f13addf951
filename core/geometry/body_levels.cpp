#include "core/geometry/body_levels.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "core/base/error.h"
#include "core/geometry/body_sections.h"

namespace skiagraph::geometry {
namespace {

constexpr int kLevels = BodySections::kLevels;

// Shares of the upper body (crown to crotch), unless said otherwise.
constexpr double kSymphysisAboveCrotch = 0.052;
constexpr double kSymphysisOfStature = 0.507;  // of crown to heel
/// Without whole legs the crotch is all there is.
constexpr double kSymphysisAboveCrotchAlone = 0.077;
/// Weight of the crotch against the stature: bones lie 1 cm about the height that a free crotch gives and 2
/// cm about that of the stature. Touching thighs and what hangs only ever make the crotch seem too low; there
/// it tells less and less.
constexpr double kCrotchWeight = 0.7, kLowCrotchWeight = 0.1;
constexpr double kCrotchLow = 0.015, kCrotchVeryLow = 0.05;  // below what the stature says
constexpr double kNeckBelowCrown = 0.302;                    // of crown to symphysis
constexpr double kNeckBelowShoulderSlope = 0.020;
constexpr double kNeckAgreement = 0.04;  // how far the slope may pull the neck off its share
/// Legs at least this long, compared with the upper body, reach down to the soles.
constexpr double kWholeLegs = 0.7;

/// The trunk and head: one region per level from `first` upwards.
struct Trunk {
  int first = 0;
  std::vector<Region> regions;
  [[nodiscard]] int top() const { return first + static_cast<int>(regions.size()) - 1; }
  [[nodiscard]] const Region& at(int level) const { return regions[level - first]; }
};

constexpr const char* kNotABody = "surface.not_a_body";

[[noreturn]] void refuse_without_neck() {
  throw InputError(
      kNotABody,
      "The surface is not a standing or lying human body: no neck was found between a head and shoulders; "
      "if it is one, give its up direction.");
}

/// Follows the region on the body's axis up to the crown. Arms beside or above the head are not part of it.
Trunk follow_trunk(const BodySections& sections) {
  Trunk trunk;
  trunk.first = kLevels * 55 / 100;
  if (sections.regions(trunk.first).empty())
    throw InputError(
        kNotABody,
        "The surface is not a standing or lying human body: no trunk was found; if it is one, give its up "
        "direction.");
  double x = sections.regions(trunk.first)[0].x, y = sections.regions(trunk.first)[0].y;
  for (int level = trunk.first; level < kLevels; ++level) {
    const Region* region = sections.region_near(level, x, y);
    const double tolerance = 0.01 * sections.height();
    if (region == nullptr || x < region->low_x - tolerance || x > region->high_x + tolerance ||
        y < region->low_y - tolerance || y > region->high_y + tolerance) {
      break;
    }
    trunk.regions.push_back(*region);
    // An arm that is held out and joins the trunk on one side only must not move the axis.
    constexpr double kWithArms = 1.5;
    if (region->breadth() > kWithArms * trunk.regions.front().breadth()) continue;
    x += 0.2 * (region->x - x), y += 0.2 * (region->y - y);
  }
  return trunk;
}

/// The smallest depth of the body on rays near the midline: the gap between the legs may lie beside x.
double midline_depth(const BodySections& sections, int level, double x) {
  const double cell = sections.height() / BodySections::kCells;
  double least = sections.height();
  for (int offset = -5; offset <= 5; ++offset) {
    const double at = x + offset * cell;
    const double depth = (sections.depth_at(level, at - cell) + sections.depth_at(level, at) +
                          sections.depth_at(level, at + cell)) /
                         3;
    least = std::min(least, depth);
  }
  return least;
}

/// Height below which the depth of the body on the midline falls under a limit, and stays there: a hole in
/// the surface empties a few levels. Thighs that touch each other do not reach the full depth, so the limit
/// is found above them.
std::optional<double> find_crotch(const BodySections& sections, int first, double x) {
  constexpr int kStays = kLevels * 5 / 100, kHoles = kStays / 16;
  std::vector<double> depth;
  for (int level = 0; level <= first; ++level) depth.push_back(midline_depth(sections, level, x));
  const double limit =
      0.6 *
      *std::max_element(depth.end() - std::min<std::ptrdiff_t>(kLevels * 12 / 100, first + 1), depth.end());
  const auto shallow = [&](double d) { return d < limit; };
  for (int level = first - 1; level >= 0; --level) {
    if (!shallow(depth[level])) continue;
    const auto top = depth.begin() + level + 1, bottom = top - std::min(kStays, level + 1);
    if (std::distance(bottom, top) - std::count_if(bottom, top, shallow) > kHoles) continue;
    const double above = depth[level + 1];
    return sections.z(level +
                      std::clamp((limit - depth[level]) / std::max(above - depth[level], 1e-12), 0.0, 1.0));
  }
  return std::nullopt;
}

int clamped_level(const BodySections& sections, double z) {
  return std::clamp(static_cast<int>(std::lround(sections.level(z))), 0, kLevels - 1);
}

struct Neck {
  double x, y;            ///< centre where the neck is narrowest, still free of the shoulders
  double shoulder_slope;  ///< height at which it has widened to twice that breadth
};

Neck find_neck(const BodySections& sections, const Trunk& trunk, double crown, double upper) {
  const int high = clamped_level(sections, crown - 0.15 * upper);
  const int low = std::max(trunk.first, clamped_level(sections, crown - 0.38 * upper));
  int narrow = high;
  for (int level = high; level >= low; --level) {
    if (trunk.at(level).breadth() < trunk.at(narrow).breadth()) narrow = level;
  }
  const Region& waist = trunk.at(narrow);
  double head = 0;
  for (int level = narrow; level <= trunk.top(); ++level) head = std::max(head, trunk.at(level).breadth());
  if (head < 1.08 * waist.breadth()) refuse_without_neck();
  for (int level = narrow; level > trunk.first; --level) {
    const double here = trunk.at(level).breadth(), below = trunk.at(level - 1).breadth();
    if (below < 2 * waist.breadth()) continue;
    const double share = (2 * waist.breadth() - here) / std::max(below - here, 1e-12);
    return {waist.x, waist.y, sections.z(level - std::clamp(share, 0.0, 1.0))};
  }
  refuse_without_neck();
}

/// The height of the heels, mean of both feet; of the lower one where the other is lifted. Toes can be lower,
/// when a body lies or is held up. A heel begins at the lowest height at which the foot reaches behind its
/// shank.
double find_heel(const BodySections& sections) {
  const auto mean = [&](const auto& counts, double Region::*place) {
    double weight = 0, sum = 0;
    for (int level = kLevels * 10 / 100; level < kLevels * 16 / 100; ++level)
      for (const Region& region : sections.regions(level))
        if (counts(region)) weight += region.area, sum += region.area * region.*place;
    return weight > 0 ? std::optional(sum / weight) : std::nullopt;
  };
  const auto middle = mean([](const Region&) { return true; }, &Region::x);
  if (!middle) return sections.z(-0.5);
  const auto heel_of_side = [&](bool left) -> std::optional<double> {
    const auto on_side = [&](const Region& region) { return (region.x > *middle) == left; };
    const auto shank_y = mean(on_side, &Region::y);
    if (!shank_y) return std::nullopt;
    std::optional<double> below;  // how far back the foot reaches one level lower
    for (int level = 0; level < kLevels / 10; ++level) {
      std::optional<double> hind;
      for (const Region& region : sections.regions(level))
        if (on_side(region)) hind = std::max(hind.value_or(region.high_y), region.high_y);
      if (hind && *hind > *shank_y) {
        const double share = below ? (*shank_y - *below) / (*hind - *below) : 0.5;
        return sections.z(level - 1 + share);
      }
      below = hind;
    }
    return std::nullopt;
  };
  const std::optional<double> right = heel_of_side(false), left = heel_of_side(true);
  constexpr double kLifted = 0.02;  // of the stature
  if (right && left)
    return std::abs(*right - *left) > kLifted * sections.height() ? std::min(*right, *left)
                                                                  : (*right + *left) / 2;
  return right ? *right : left.value_or(sections.z(-0.5));
}

/// Whether both legs are cut off at one height: above what hangs from a ragged edge they are alike, and
/// nearly as wide as a little higher, which tips are not.
bool is_cut(const BodySections& sections) {
  constexpr int kEdge = kLevels * 25 / 1000;
  constexpr double kSame = 0.7;
  const auto& edge = sections.regions(kEdge);
  const auto& above = sections.regions(2 * kEdge);
  const auto alike = [](const Region& a, const Region& b) {
    return a.area > kSame * b.area && b.area > kSame * a.area;
  };
  return edge.size() > 1 && !above.empty() && alike(edge[0], edge[1]) && alike(edge[0], above[0]);
}

/// Whether the legs end in feet. Shanks that are cut off end in about their own depth. Feet that point down
/// are no deeper either, but end in a tip.
bool ends_in_feet(const BodySections& sections) {
  // Over 64 bodies of a parametric model the deepest section of the feet is 3.0 to 18 shanks deep; where the
  // lowest 5 to 15 % are cut off it is 0.6 to 1.4.
  constexpr double kFoot = 1.5, kTip = 0.3;
  constexpr int kFeet = kLevels * 5 / 100, kShanks = kLevels * 10 / 100, kShanksEnd = kLevels * 16 / 100;
  double foot = 0, shank = 0, shank_area = 0;
  for (int level = 0; level < kFeet; ++level)
    for (const Region& region : sections.regions(level)) foot = std::max(foot, region.high_y - region.low_y);
  int shanks = 0;
  for (int level = kShanks; level < kShanksEnd; ++level)
    for (const Region& region : sections.regions(level))
      shank += region.high_y - region.low_y, shank_area += region.area, ++shanks;
  const auto& lowest = sections.regions(1);
  const double end = lowest.empty() ? 0 : lowest.front().area;
  const bool tip = end * shanks < kTip * shank_area && !(foot * shanks < shank && is_cut(sections));
  return shanks == 0 || foot * shanks > kFoot * shank || tip;
}

/// Whether the head ends in a crown: one that is cut off, or lies under a hat, ends broad.
bool ends_in_crown(const Trunk& trunk) {
  // Over 64 bodies of a parametric model 0.15 to 0.24 of the head's largest section; 0.46 and more where 3 cm
  // are cut off.
  constexpr double kBroad = 0.42;
  constexpr int kHead = kLevels * 10 / 100;
  double largest = 0;
  for (int level = std::max(trunk.first, trunk.top() - kHead); level <= trunk.top(); ++level)
    largest = std::max(largest, trunk.at(level).area);
  return trunk.at(std::max(trunk.first, trunk.top() - 1)).area < kBroad * largest;
}

/// The midline of the pelvis: between the legs below the crotch, and the median of the trunk above it.
double pelvis_midline(const BodySections& sections, const Trunk& trunk, std::optional<double> crotch) {
  std::vector<double> middles;
  const int span = kLevels * 12 / 100;
  for (int level = trunk.first; level < std::min(trunk.first + span, trunk.top()); ++level) {
    middles.push_back(trunk.at(level).x);
  }
  std::nth_element(middles.begin(), middles.begin() + static_cast<std::ptrdiff_t>(middles.size() / 2),
                   middles.end());
  const double above = middles[middles.size() / 2];
  if (!crotch) return above;
  double sum = 0;
  int count = 0;
  for (int level = clamped_level(sections, *crotch); level >= 0 && count < 10; --level) {
    const auto& regions = sections.regions(level);
    if (regions.size() < 2 || regions[1].area < 0.6 * regions[0].area) continue;
    sum += (regions[0].x + regions[1].x) / 2, ++count;
  }
  return count > 0 ? (above + sum / count) / 2 : above;
}

/// From the crotch and from the stature.
double symphysis_of(double crotch, double heel, double crown) {
  const double upper = crown - crotch;
  const double by_crotch = crotch + kSymphysisAboveCrotch * upper,
               by_stature = heel + kSymphysisOfStature * (crown - heel);
  const double low = (by_stature - by_crotch) / upper;
  const double doubt = std::clamp((low - kCrotchLow) / (kCrotchVeryLow - kCrotchLow), 0.0, 1.0);
  const double weight = kCrotchWeight + doubt * (kLowCrotchWeight - kCrotchWeight);
  return weight * by_crotch + (1 - weight) * by_stature;
}

/// The highest that it can be: feet are not seen where at least so much of the stature is missing.
double symphysis_without_feet(double crown, double lowest) {
  constexpr double kFeet = 0.036;
  return crown - (1 - kSymphysisOfStature) * (crown - lowest) / (1 - kFeet);
}

}  // namespace

BodyLevels find_body_levels(const BodySections& sections) {
  const Trunk trunk = follow_trunk(sections);
  const double crown = sections.z(trunk.top() + 0.5);
  const double sole = sections.z(-0.5);
  const Region& middle = trunk.regions.front();
  if (trunk.top() < kLevels * 7 / 10)
    throw InputError(
        kNotABody,
        "The surface is not a standing or lying human body: no head was found; if it is one, give its up "
        "direction.");
  if (crown - sole < 2 * (middle.high_y - middle.low_y))
    throw InputError(
        kNotABody,
        "The surface is not a standing or lying human body: it is not longer than it is deep; if it is one, "
        "give its up direction.");

  const std::optional<double> crotch = find_crotch(sections, trunk.first, middle.x);
  // Without legs the body is taken to end at the thighs' top.
  const double upper = crown - crotch.value_or(sole);
  double symphysis = crown - (1 - kSymphysisAboveCrotchAlone) * upper;
  const bool long_legs = crotch && *crotch - sole > kWholeLegs * upper,
             feet_seen = !long_legs || ends_in_feet(sections);
  if (long_legs && feet_seen) symphysis = symphysis_of(*crotch, find_heel(sections), crown);
  if (!feet_seen) symphysis = std::min(symphysis, symphysis_without_feet(crown, sole));

  const Neck neck = find_neck(sections, trunk, crown, upper);
  const double by_slope = neck.shoulder_slope - kNeckBelowShoulderSlope * upper;
  const double by_share = crown - kNeckBelowCrown * (crown - symphysis);
  const double reach = kNeckAgreement * upper;
  const double neck_z = 0.5 * by_share + 0.5 * std::clamp(by_slope, by_share - reach, by_share + reach);
  const double pelvis_x = pelvis_midline(sections, trunk, crotch);
  return {{neck.x, neck.y, neck_z}, {pelvis_x, middle.y, symphysis}, ends_in_crown(trunk), feet_seen};
}

}  // namespace skiagraph::geometry
