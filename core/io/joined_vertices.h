#pragma once

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::io {

/// Makes vertices at exactly the same place one; the order of the first ones stays. Private to core/io.
void join_vertices(geometry::TriangleMesh& mesh);

}  // namespace skiagraph::io
