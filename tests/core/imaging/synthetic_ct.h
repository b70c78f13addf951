#pragma once

#include <array>
#include <functional>

#include "core/imaging/ct_volume.h"

namespace skiagraph::testing {

/// Water where `inside` is true, air elsewhere; voxels on the border are the mean of both. `size` voxels
/// whose middle is the origin.
imaging::CtVolume water_ct(std::array<int, 3> size, Vec3 spacing_mm, const std::function<bool(Vec3)>& inside);

}  // namespace skiagraph::testing
