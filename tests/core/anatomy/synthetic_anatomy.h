#pragma once

#include "core/anatomy/base/base_anatomy.h"
#include "core/anatomy/base/tissue.h"
#include "core/bodies/label_volume.h"

namespace skiagraph {

/// A person of ellipsoids, cylinders and boxes with the ICRP 110 organ names: symphysis near z 0, C7/T1 at
/// z 560, midline at x 0, front at y -100, arms hanging away from the trunk, no head.
/// Coarse, because what the tests deform is mostly every voxel.
bodies::LabelVolume synthetic_labels();
anatomy::OrganTable synthetic_organs();
/// Built once.
const anatomy::BaseAnatomy& synthetic_base();

}  // namespace skiagraph
