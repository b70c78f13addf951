#pragma once

#include <filesystem>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::io {

/// Reads VTK's XML file of polygons: faces and triangle strips. Throws InputError, one sentence naming the
/// file, when it is damaged, too large or has no triangles. Private to core/io.
geometry::TriangleMesh read_vtp(const std::filesystem::path& path);

}  // namespace skiagraph::io
