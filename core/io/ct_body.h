#pragma once

#include "core/bodies/label_volume.h"
#include "core/imaging/ct_volume.h"

namespace skiagraph::io {

/// The body in a CT: label 1 for all that the skin encloses, air inside too; couch, blankets and clothing are
/// left out. On voxels of about 3 mm. Threshold, erosion until the couch lets go, the largest piece, its
/// growth back, and filling slice by slice. Throws InputError when no body is left.
bodies::LabelVolume ct_body(const imaging::CtVolume& ct);

/// Turns everything outside the body into air. What lies within a voxel of the body's stays, so that no skin
/// is lost where a voxel is half air.
void clear_outside(imaging::CtVolume& ct, const bodies::LabelVolume& body);

}  // namespace skiagraph::io
