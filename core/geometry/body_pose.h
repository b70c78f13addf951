#pragma once

#include "core/geometry/body_levels.h"
#include "core/geometry/body_sections.h"

namespace skiagraph::geometry {

/// Throws InputError, naming it, for a pose in which the levels cannot be trusted (sitting, kneeling, bent
/// over), and when what lies between the levels are two legs and no trunk. sections: x left-right, z up.
void check_pose(const BodySections& sections, const BodyLevels& levels);

}  // namespace skiagraph::geometry
