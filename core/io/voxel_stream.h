#pragma once

#include <filesystem>
#include <functional>
#include <span>

#include "core/io/volume_header.h"

namespace skiagraph::io {

/// Reads all voxels of a file in their order, some at a time, unpacked and scaled. Throws InputError when
/// there are too many, or fewer than the header claims, before memory is taken for them. Private to core/io.
void read_voxels(const std::filesystem::path& path, const VolumeHeader& header,
                 const std::function<void(std::span<const float>)>& take);

}  // namespace skiagraph::io
