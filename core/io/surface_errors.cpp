#include "core/io/surface_errors.h"

namespace skiagraph::io {

void check_surface_size(const std::filesystem::path& path, std::uint64_t vertices, std::uint64_t triangles) {
  if (vertices > kMostSurfaceParts || triangles > kMostSurfaceParts)
    throw InputError("surface.too_large",
                     "\"{}\" holds at least {} triangles with {} vertices; at most {} of each are read. "
                     "Simplify the surface.",
                     path, triangles, vertices, kMostSurfaceParts);
}

void check_repeated(const std::filesystem::path& path, std::uint64_t vertices, std::uint64_t triangles,
                    std::uint64_t file_bytes) {
  check_surface_size(path, vertices, triangles);
  constexpr std::uint64_t kMostForByte = 4;  // the best packing there is needs about a byte for a triangle
  if (vertices > kMostForByte * file_bytes || triangles > kMostForByte * file_bytes)
    throw InputError(
        "surface.repeated",
        "\"{}\" shows the same parts over and over: {} triangles with {} vertices out of {} bytes, which "
        "no body scan does.",
        path, triangles, vertices, file_bytes);
}

InputError ends_early(const std::filesystem::path& path, std::string_view format) {
  return {
      "surface.damaged",
      "\"{}\" is a damaged {} file: it ends before all that it promises has come. Copy or export it again.",
      path, format};
}

InputError wrong_corner(const std::filesystem::path& path, std::string_view format) {
  return {"surface.damaged", "\"{}\" is a damaged {} file: its faces name vertices that it does not hold.",
          path, format};
}

InputError wrong_line(const std::filesystem::path& path, std::string_view format, std::uint64_t line) {
  return {"surface.damaged", "\"{}\" is a damaged {} file: its line {} makes no sense.", path, format, line};
}

}  // namespace skiagraph::io
