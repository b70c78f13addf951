#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "core/geometry/triangle_mesh.h"

namespace skiagraph::testing {

void write_obj(const std::filesystem::path& path, const geometry::TriangleMesh& mesh);
/// Binary STL: no shared vertices.
void write_stl(const std::filesystem::path& path, const geometry::TriangleMesh& mesh);
void write_stl_ascii(const std::filesystem::path& path, const geometry::TriangleMesh& mesh);

void write_off(const std::filesystem::path& path, const geometry::TriangleMesh& mesh);
/// The same bytes, packed by gzip.
void write_packed(const std::filesystem::path& path, const std::string& bytes);

/// A glTF node with the mesh; column-major, as in the file.
using GltfMatrix = std::array<double, 16>;
/// One mesh, shown once for each of `nodes`, all of them below a node `root`. A .glb holds its buffer, a
/// .gltf keeps it beside itself.
void write_gltf(const std::filesystem::path& path, const geometry::TriangleMesh& mesh, const GltfMatrix& root,
                const std::vector<GltfMatrix>& nodes);
/// ASCII FBX 7.4, with a translation of its model.
void write_fbx(const std::filesystem::path& path, const geometry::TriangleMesh& mesh, Vec3 translation);

}  // namespace skiagraph::testing
