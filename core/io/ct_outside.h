#pragma once

#include <vector>

#include "core/bodies/label_volume.h"

namespace skiagraph::io {

/// Label 1 for what lies outside of a body: all that is not solid and can be reached from the edge of its
/// slice, and what couches, straps and masks enclose: air and foam behind walls of at most 10 mm. Lungs and
/// bowels lie deeper, or are denser. solid: label 1 for what is dense enough; hounsfield: of the same voxels.
/// Private to core/io.
bodies::LabelVolume outside_of(const bodies::LabelVolume& solid, const std::vector<float>& hounsfield);

}  // namespace skiagraph::io
