#include "core/io/surface_errors.h"

#include <algorithm>

namespace skiagraph::io {

void check_surface_size(const std::filesystem::path& path, std::uint64_t vertices, std::uint64_t triangles,
                        std::uint64_t file_bytes) {
  if (vertices > kMostSurfaceParts || triangles > kMostSurfaceParts)
    throw InputError("surface.too_large",
                     "\"{}\" holds at least {} triangles with {} vertices; at most {} of each are read. "
                     "Simplify the surface.",
                     path, triangles, vertices, kMostSurfaceParts);
  if (std::max(vertices, triangles) > kMostPartsOfByte * file_bytes)
    throw InputError(
        "surface.implausible",
        "\"{}\" tells of at least {} triangles with {} vertices in {} bytes, which no real surface does; "
        "the file is damaged.",
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
