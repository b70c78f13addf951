#pragma once

#include "core/geometry/triangle_mesh.h"

namespace skiagraph {

/// Neck (C7/T1) and pubic symphysis on the midline, in the middle of the body's depth.
struct BodyLevels {
  Vec3 neck, symphysis;
};

/// Finds both from the surface; works in any unit. mesh: x left, y back, z up.
/// The places under the skin were calibrated with the bones of the two reference phantoms of ICRP Publication
/// 110. Throws InputError when head, neck and shoulders are not there: the surface is not a human body.
BodyLevels find_body_levels(const TriangleMesh& mesh);

}  // namespace skiagraph
