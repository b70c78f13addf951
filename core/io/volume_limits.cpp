#include "core/io/volume_limits.h"

#include <cmath>

#include "core/base/error.h"

namespace skiagraph::io {

void check_voxel_count(const std::filesystem::path& path, double voxels) {
  constexpr double kMostMillions = 600;  // 512 x 512 x 2280; as DICOM five gigabytes while it is read
  if (voxels > kMostMillions * 1e6)
    throw InputError(
        "volume.too_large",
        "\"{}\" needs {} million voxels; at most {} million are read. Resample it, or its header is "
        "damaged.",
        path, std::round(voxels / 1e6), kMostMillions);
}

}  // namespace skiagraph::io
