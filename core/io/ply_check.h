#pragma once

#include <filesystem>

namespace skiagraph::io {

/// Throws InputError, one sentence naming the file, when a PLY file has no complete header or is shorter than
/// what its header and its faces promise. No reader checks either: Assimp would read on for hours, VTK beyond
/// the end. True when it is binary and holds vertices and then triangles that share them, nothing else.
bool check_ply(const std::filesystem::path& path);

}  // namespace skiagraph::io
