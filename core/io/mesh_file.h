#pragma once

#include <filesystem>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::io {

/// Reads a surface from PLY, OBJ, STL, glTF, GLB or FBX: all meshes of the file together, node transforms
/// applied, in the file's own units and axes. What is not a triangle (lines, points) is left out. Throws
/// InputError, one sentence naming the file: missing, empty, damaged, another format, no triangles.
geometry::TriangleMesh read_mesh(const std::filesystem::path& path);

/// Writes binary PLY with single precision. Throws Error when it cannot be written.
void write_ply(const std::filesystem::path& path, const geometry::TriangleMesh& mesh);

}  // namespace skiagraph::io
