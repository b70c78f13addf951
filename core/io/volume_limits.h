#pragma once

#include <filesystem>

namespace skiagraph::io {

/// Throws InputError when a volume has more voxels than this program works with. Called with what the header
/// claims, before memory is taken for it. Private to core/io.
void check_voxel_count(const std::filesystem::path& path, double voxels);

}  // namespace skiagraph::io
