#include "core/io/surface_limits.h"

#include "core/base/error.h"

namespace skiagraph::io {

void check_surface_size(const std::filesystem::path& path, std::uint64_t vertices, std::uint64_t triangles) {
  constexpr std::uint64_t kMost = 30'000'000;  // a gigabyte as TriangleMesh; scanners deliver a tenth of it
  if (vertices > kMost || triangles > kMost)
    throw InputError(
        "surface.too_large",
        "\"{}\" holds {} triangles with {} vertices; at most {} of each are read. Simplify the surface.",
        path, triangles, vertices, kMost);
}

}  // namespace skiagraph::io
