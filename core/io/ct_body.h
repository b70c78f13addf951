#pragma once

#include "core/anatomy/label_volume.h"
#include "core/imaging/ct_volume.h"

namespace skiagraph {

/// The body in a CT: label 1 for all that the skin encloses, air inside too; couch, blankets and clothing are
/// left out. On voxels of about 3 mm. Threshold, erosion until the couch lets go, the largest piece, its
/// growth back, and filling slice by slice. Throws InputError when no body is left.
LabelVolume ct_body(const CtVolume& ct);

/// Turns everything outside the body into air. What lies within a voxel of the body's stays, so that no skin
/// is lost where a voxel is half air.
void clear_outside(CtVolume& ct, const LabelVolume& body);

}  // namespace skiagraph
