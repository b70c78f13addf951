#pragma once

#include "core/geometry/triangle_mesh.h"
#include "core/io/byte_source.h"

namespace skiagraph::io {

/// Reads a PLY file (Turk, "The PLY polygon file format", Stanford 1994), text or binary of either byte
/// order: faces and triangle strips. All other elements are left out. Throws InputError, one sentence naming
/// the file, when it is damaged, too large or has no triangles. Private to core/io.
geometry::TriangleMesh read_ply(ByteSource& source);

}  // namespace skiagraph::io
