#pragma once

#include "core/geometry/body_levels.h"
#include "core/geometry/body_sections.h"

namespace skiagraph::geometry {

/// Whether the body looks to -y, by the votes of feet (which point forwards), head (carried before the
/// shoulders) and buttocks (with a cleft between them). sections: x left-right, z up.
bool looks_to_low_y(const BodySections& sections, const BodyLevels& levels);

}  // namespace skiagraph::geometry
