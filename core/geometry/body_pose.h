#pragma once

#include "core/geometry/body_levels.h"
#include "core/geometry/body_sections.h"

namespace skiagraph::geometry {

/// Throws InputError, naming the pose, when arms are held out before the body (or behind it) and hide it from
/// the front. Heights are taken as shares of the stature, for such arms mislead what finds the levels.
/// sections: x left-right, z up; which way the front is does not matter.
void check_arms(const BodySections& sections);

/// The same for one leg that is held out before the body or behind it; both are for check_pose.
void check_raised_leg(const BodySections& sections);

/// Throws InputError, naming it, for a pose in which the levels cannot be trusted (sitting, kneeling, bent
/// over), and when what lies between the levels are two legs and no trunk. sections: x left-right, z up.
void check_pose(const BodySections& sections, const BodyLevels& levels);

}  // namespace skiagraph::geometry
