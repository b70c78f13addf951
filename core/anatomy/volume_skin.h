#pragma once

#include "core/anatomy/label_volume.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph {

/// The outer surface of a body given as labels (all that is not label 0), closed, in the patient frame, mm.
/// Thick slices are interpolated by shape until they are as thin as the voxels are wide.
TriangleMesh volume_skin(const LabelVolume& volume);

}  // namespace skiagraph
