#pragma once

#include "core/geometry/body_levels.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::geometry {

/// Neck and pubic symphysis of a skin that lies in the patient frame already, as that of a CT does; found as
/// align_scan finds them. Throws InputError when the skin does not reach from the crown to the thighs: where
/// it is cut, no level can be trusted.
BodyLevels find_patient_levels(const TriangleMesh& skin);

}  // namespace skiagraph::geometry
