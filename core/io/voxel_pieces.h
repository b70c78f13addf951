#pragma once

#include <cstdint>
#include <vector>

#include "core/bodies/label_volume.h"

namespace skiagraph::io {

/// Voxels that hang together over their faces.
struct VoxelPieces {
  std::vector<std::int32_t> piece;  ///< of each voxel, from 1; 0 for what has label 0
  std::vector<std::size_t> size;    ///< in voxels; size[0] is 0
};

/// Of the voxels with label 1. Private to core/io.
VoxelPieces voxel_pieces(const bodies::LabelVolume& mask);

}  // namespace skiagraph::io
