#pragma once

#include "core/geometry/triangle_mesh.h"
#include "core/io/byte_source.h"

namespace skiagraph::io {

/// Reads the faces of a Wavefront OBJ file, in double precision; everything else in it is left out. Throws
/// InputError, one sentence naming the file, when it is damaged, too large or has no triangles. Private to
/// core/io.
geometry::TriangleMesh read_obj(ByteSource& source);

}  // namespace skiagraph::io
