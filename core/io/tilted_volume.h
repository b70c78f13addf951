#pragma once

#include <filesystem>

#include "core/imaging/ct_volume.h"
#include "core/io/voxel_axes.h"

namespace skiagraph::io {

/// A volume whose voxels lie as the matrix says, on voxels parallel to the patient's axes, of about the same
/// size: linear between eight neighbours, kOutside where one of them is missing or outside. Told in its
/// remarks. Throws InputError when it has too many voxels then. Private to core/io.
imaging::CtVolume upright_volume(const imaging::CtVolume& tilted, const VoxelMatrix& matrix,
                                 const std::filesystem::path& path);

}  // namespace skiagraph::io
