#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "core/base/error.h"

namespace skiagraph::io {

/// More vertices or triangles are not worked with: a gigabyte as TriangleMesh; scanners deliver a tenth of
/// it.
inline constexpr std::uint64_t kMostSurfaceParts = 30'000'000;

/// Throws InputError when a file tells of a surface that is too large to work with. Called before memory for
/// the surface is taken. Private to core/io.
void check_surface_size(const std::filesystem::path& path, std::uint64_t vertices, std::uint64_t triangles);

/// Throws InputError when a surface has more vertices or triangles than `file_bytes` can tell of: the file
/// shows the same ones over and over. Called before memory for the surface is taken.
void check_repeated(const std::filesystem::path& path, std::uint64_t vertices, std::uint64_t triangles,
                    std::uint64_t file_bytes);

/// The errors that several formats have in common; `format` is the format's name. Private to core/io.
InputError ends_early(const std::filesystem::path& path, std::string_view format);
InputError wrong_corner(const std::filesystem::path& path, std::string_view format);
InputError wrong_line(const std::filesystem::path& path, std::string_view format, std::uint64_t line);

}  // namespace skiagraph::io
