#pragma once

#include <filesystem>

namespace skiagraph::io {

/// Throws InputError, one sentence naming the file, when the JSON of a glTF or GLB file would make Assimp
/// recurse or build without end: JSON or nodes that are nested too deep, nodes that are not a tree, or more
/// vertices than a surface may have. What is wrong in another way is left to Assimp. Private to core/io.
void check_gltf(const std::filesystem::path& path);

}  // namespace skiagraph::io
