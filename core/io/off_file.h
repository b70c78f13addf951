#pragma once

#include "core/geometry/triangle_mesh.h"
#include "core/io/byte_source.h"

namespace skiagraph::io {

/// Reads a text OFF file (Geomview's object file format); colours and normals are left out. Throws
/// InputError, one sentence naming the file, when it is damaged, binary, too large or has no triangles.
/// Private to core/io.
geometry::TriangleMesh read_off(ByteSource& source);

}  // namespace skiagraph::io
