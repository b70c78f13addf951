#pragma once

#include "core/io/byte_source.h"
#include "core/io/mesh_file.h"

namespace skiagraph::io {

/// Read all meshes of a file with Assimp, placed by their nodes. FBX comes in the file's own unit, Collada in
/// metres but in the file's own axes. Throw InputError, one sentence naming the file, when it is damaged, too
/// large, of an FBX version before 7, or has no triangles. Private to core/io.
SurfaceFile read_fbx(ByteSource& source);
SurfaceFile read_collada(ByteSource& source);

}  // namespace skiagraph::io
