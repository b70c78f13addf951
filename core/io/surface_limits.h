#pragma once

#include <cstdint>
#include <filesystem>

namespace skiagraph::io {

/// Throws InputError when a file tells of a surface that is too large to work with. Called before memory for
/// the surface is taken. Private to core/io.
void check_surface_size(const std::filesystem::path& path, std::uint64_t vertices, std::uint64_t triangles);

}  // namespace skiagraph::io
