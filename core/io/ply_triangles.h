#pragma once

#include <filesystem>
#include <optional>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::io {

/// Reads by VTK, several times as fast as by Assimp, a PLY file that check_ply() says is made of triangles
/// alone; VTK's reader trusts others too much. Nothing when VTK does not understand it or a corner does not
/// exist. Private to core/io.
std::optional<geometry::TriangleMesh> read_ply_triangles(const std::filesystem::path& path);

}  // namespace skiagraph::io
