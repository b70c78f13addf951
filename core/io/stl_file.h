#pragma once

#include "core/geometry/triangle_mesh.h"
#include "core/io/byte_source.h"

namespace skiagraph::io {

/// Reads an STL file, binary or text; normals and attributes are left out, as is what comes after the
/// triangles. Throws InputError, one sentence naming the file, when it is damaged, too large or has no
/// triangles. Private to core/io.
geometry::TriangleMesh read_stl(ByteSource& source);

}  // namespace skiagraph::io
