#pragma once

#include <filesystem>
#include <optional>

#include "core/base/progress.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::io {

/// A surface as its file holds it, in the file's own unit and axes.
struct SurfaceFile {
  geometry::TriangleMesh mesh;
  /// Millimetres per unit as the file's format (glTF: metres) or the file itself (FBX) says.
  /// Evidence and no proof: many exporters do not keep to it. Nothing where a format knows no unit.
  std::optional<double> unit_mm;
};

/// Reads a surface from a file of one of the surface_formats(): all meshes of the file together, placed and
/// shaped as viewers show them. What is not a triangle (lines, points) and vertices that no triangle uses are
/// left out; vertices at the same place are one. Coordinates keep their double precision where the file has
/// it. The content goes before the extension where it tells of itself what it is. Memory is bounded by the
/// size of the file. `progress` is called for files that take long. Throws InputError, one sentence naming
/// the file: missing, empty, damaged, too large, without a part, without triangles, another format; and
/// Cancelled.
SurfaceFile read_surface(const std::filesystem::path& path, const ProgressFunction& progress = {},
                         const CancelToken* cancel = nullptr);

/// The mesh alone.
geometry::TriangleMesh read_mesh(const std::filesystem::path& path, const ProgressFunction& progress = {},
                                 const CancelToken* cancel = nullptr);

/// Writes binary PLY with single precision. Throws Error when it cannot be written.
void write_ply(const std::filesystem::path& path, const geometry::TriangleMesh& mesh);

}  // namespace skiagraph::io
