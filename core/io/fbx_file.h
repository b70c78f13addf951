#pragma once

#include "core/io/byte_source.h"
#include "core/io/mesh_file.h"

namespace skiagraph::io {

/// Reads all meshes of an FBX file with Assimp, placed by their models. Throws InputError, one sentence
/// naming the file, when it is damaged, too large, of a version before 7, or has no triangles; and Cancelled,
/// but not while Assimp reads. Private to core/io.
SurfaceFile read_fbx(ByteSource& source, const CancelToken* cancel);

}  // namespace skiagraph::io
