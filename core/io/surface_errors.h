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

/// More vertices or triangles for each byte of a file no packing gives: the best there is needs about a byte
/// for a triangle.
inline constexpr std::uint64_t kMostPartsOfByte = 4;

/// Throws InputError when a surface is too large to work with, or has more vertices or triangles than a file
/// of `file_bytes` can tell of: packed numbers that are all the same, parts that are shown over and over.
/// Called before memory for the surface is taken. Private to core/io.
void check_surface_size(const std::filesystem::path& path, std::uint64_t vertices, std::uint64_t triangles,
                        std::uint64_t file_bytes);

/// The errors that several formats have in common; `format` is the format's name. Private to core/io.
InputError ends_early(const std::filesystem::path& path, std::string_view format);
InputError wrong_corner(const std::filesystem::path& path, std::string_view format);
InputError wrong_line(const std::filesystem::path& path, std::string_view format, std::uint64_t line);

}  // namespace skiagraph::io
