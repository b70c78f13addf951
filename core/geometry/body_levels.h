#pragma once

#include "core/geometry/body_sections.h"

namespace skiagraph::geometry {

/// Neck (C7/T1) and pubic symphysis on the midline, in the middle of the body's depth.
struct BodyLevels {
  Vec3 neck, symphysis;
  bool crown_seen = true;  ///< else the head ends in a broad cut, and both levels are too low
  bool feet_seen = true;   ///< else the legs end above them, and the stature told nothing
};

/// Finds both from the surface; works in any unit. sections: x left, y back, z up.
/// A body that is turned about z by 180 degrees gives the same levels, except that its heels are not found.
/// The places under the skin were calibrated with the bones of the two reference phantoms of ICRP Publication
/// 110. Throws InputError when no head, neck and shoulders are found: the surface is not a human body.
BodyLevels find_body_levels(const BodySections& sections);

}  // namespace skiagraph::geometry
