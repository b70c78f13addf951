#pragma once

#include <vector>

#include "core/bodies/label_volume.h"

namespace skiagraph::io {

/// Throws InputError "ct.upside_down" or "ct.back_to_front" when a chest contradicts the directions of its
/// file: the windpipe lies above the middle of the lungs, and in front of the spine; contrast medium in the
/// vessels before it can hide that, but not feign the opposite. Where a CT does not show a windpipe, nothing
/// is checked. body: label 1; hounsfield: of the same voxels. Private to core/io.
void check_direction(const bodies::LabelVolume& body, const std::vector<float>& hounsfield);

}  // namespace skiagraph::io
