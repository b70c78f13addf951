#pragma once

#include <filesystem>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::io {

/// Reads a PLY file (Turk, "The PLY polygon file format", Stanford 1994), text or binary of either byte
/// order: faces and triangle strips; polygons become triangles; vertices at the same place become one. Faces
/// of less than three corners and all other elements are left out. Throws InputError, one sentence naming the
/// file, when it is damaged or too large. Private to core/io.
geometry::TriangleMesh read_ply(const std::filesystem::path& path);

}  // namespace skiagraph::io
