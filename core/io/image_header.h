#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/io/voxel_axes.h"

namespace skiagraph::io {

/// What VTK's readers of MetaImage (.mha, .mhd) and NRRD (.nrrd, .nhdr) leave out or do not check.
struct ImageHeader {
  VoxelMatrix to_patient{};
  /// What is there for the voxels, unpacked; nothing when they are text or in several files, or when the
  /// reader finds out itself.
  std::optional<std::uintmax_t> voxel_bytes;
};

/// From the text of the header. Throws InputError when it does not say where the voxels lie, or names a file
/// that is not there. Private to core/io.
ImageHeader read_meta_image_header(const std::filesystem::path& path);
ImageHeader read_nrrd_header(const std::filesystem::path& path);

}  // namespace skiagraph::io
