#pragma once

#include <optional>
#include <vector>

#include "core/base/remark.h"
#include "core/bodies/label_volume.h"

namespace skiagraph::io {

/// Throws InputError "ct.upside_down" or "ct.back_to_front" when a chest contradicts the directions of its
/// file: the windpipe lies above the middle of the lungs, and in front of the spine; contrast medium in the
/// vessels before it can hide that, but not feign the opposite. Where a CT does not show a windpipe, nothing
/// is checked. body: label 1; hounsfield: of the same voxels. Returns a remark when left and right look
/// exchanged: at the heart's height the left lung is the larger one. That disease can do, too, so it is no
/// reason to refuse. Private to core/io.
std::optional<Remark> check_direction(const bodies::LabelVolume& body, const std::vector<float>& hounsfield);

}  // namespace skiagraph::io
