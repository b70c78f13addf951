#pragma once

#include <array>
#include <cstdint>

#include "core/geometry/body_levels.h"
#include "core/geometry/body_sections.h"

namespace skiagraph::geometry {

/// What tells a body's front from its back.
enum class FrontCue : std::uint8_t {
  kFeet,      ///< they reach forwards from the ankles
  kCalves,    ///< they bulge backwards between knee and ankle
  kHead,      ///< it lies before the shoulders
  kChin,      ///< it overhangs the neck
  kButtocks,  ///< there is a cleft between them
  kLumbar,    ///< the back is hollow above the buttocks, the belly is not
  kForearms,  ///< elbows bend forwards
};
inline constexpr int kFrontCues = 7;

/// Each cue in torso lengths: > 0 when the body looks to -y by it, 0 when it does not show.
using FrontCues = std::array<double, kFrontCues>;

/// sections: x left-right, z up.
FrontCues front_cues(const BodySections& sections, const BodyLevels& levels);

/// From -1 (all cues that show say that the body looks to +y) to 1 (to -y). Each votes with a weight that was
/// measured, and no single one decides.
double front_vote(const FrontCues& cues);
/// Nearer to 0 than this, the cues disagree.
inline constexpr double kDoubtfulVote = 0.3;

}  // namespace skiagraph::geometry
