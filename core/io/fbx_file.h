#pragma once

#include "core/io/byte_source.h"
#include "core/io/mesh_file.h"

namespace skiagraph::io {

/// Reads all meshes of an FBX file with Assimp, placed by their models and bent by their bones, in a process
/// of its own: Assimp ends the process on some damaged files. Throws InputError, one sentence naming the
/// file, when it is damaged, too large, too far from its origin, of a version before 7, or has no triangles;
/// and Cancelled. Private to core/io.
SurfaceFile read_fbx(const std::filesystem::path& path, const CancelToken* cancel);

/// The same in this process, for the fuzzer, which a process of its own would hide from.
SurfaceFile read_fbx_here(ByteSource& source);

}  // namespace skiagraph::io
