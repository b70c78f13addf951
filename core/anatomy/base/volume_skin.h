#pragma once

#include "core/bodies/label_volume.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::anatomy {

/// The outer surface of a body given as labels (all that is not label 0), closed, in the patient frame, mm.
/// Thick slices are interpolated by shape until they are as thin as the voxels are wide.
geometry::TriangleMesh volume_skin(const bodies::LabelVolume& volume);

}  // namespace skiagraph::anatomy
