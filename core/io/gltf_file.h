#pragma once

#include <filesystem>

#include "core/base/progress.h"
#include "core/geometry/triangle_mesh.h"

namespace skiagraph::io {

/// Reads a glTF 2.0 file, .gltf or .glb, as viewers show it before anything moves: placed by its nodes,
/// shaped by its morph weights, posed by its skeletons. In metres, if its author kept to the specification.
/// Throws InputError, one sentence naming the file, when it is damaged, lacks a part, is too large or has no
/// triangles, and Cancelled. Private to core/io.
geometry::TriangleMesh read_gltf(const std::filesystem::path& path, const CancelToken* cancel);

}  // namespace skiagraph::io
