#pragma once

#include "core/geometry/body_levels.h"
#include "core/geometry/body_sections.h"

namespace skiagraph::geometry {

/// Whether the person looks to -y. Three cues vote: feet point forwards, the head is in front of the
/// shoulders, and the buttocks have a cleft between them. sections: x left-right, z up.
bool looks_to_low_y(const BodySections& sections, const BodyLevels& levels);

}  // namespace skiagraph::geometry
