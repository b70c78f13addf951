#pragma once

#include <filesystem>

namespace skiagraph {

/// Throws InputError, one sentence naming the file, when a PLY file has no complete header or is shorter than
/// what its header promises. Assimp checks neither: it would read on for hours.
void check_ply_header(const std::filesystem::path& path);

}  // namespace skiagraph
