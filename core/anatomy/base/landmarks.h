#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/anatomy/base/tissue.h"
#include "core/bodies/label_volume.h"
#include "core/markers/marker_table.h"

namespace skiagraph::anatomy {

/// How a landmark is computed from points of its organ. The rule is applied to the deformed points: "liver
/// top" is the top of the deformed liver, not the place to which the old top was moved.
struct LandmarkRule {
  enum class Reduce : std::uint8_t { kMean, kHighest, kLowest };

  Marker marker{};
  Reduce reduce = Reduce::kMean;
  std::vector<Vec3> points;  ///< voxel centres of the organ, thinned; patient frame, mm

  /// `moved` are the points after the deformation, in the same order. Highest and lowest mean the middle of
  /// the extreme 3 mm, so that a single stray voxel does not decide.
  [[nodiscard]] Vec3 apply(const std::vector<Vec3>& moved) const;
};

using LandmarkRules = std::array<LandmarkRule, kLandmarkCount>;

/// Finds the organs by their ICRP 110 names.
/// Throws InputError naming the organ that the volume lacks.
LandmarkRules landmark_rules(const bodies::LabelVolume& volume, const OrganTable& organs);

/// The landmark where the base itself has it.
inline Vec3 landmark_position(const LandmarkRule& rule) {
  return rule.apply(rule.points);
}

}  // namespace skiagraph::anatomy
