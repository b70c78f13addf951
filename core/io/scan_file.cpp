#include "core/io/scan_file.h"

#include "core/base/error.h"
#include "core/io/mesh_file.h"

namespace skiagraph::io {

geometry::AlignedScan read_scan(const std::filesystem::path& path,
                                const geometry::AlignmentOverrides& overrides,
                                const ProgressFunction& progress, const CancelToken* cancel) {
  const geometry::TriangleMesh mesh = read_mesh(path, progress, cancel);
  try {
    return geometry::align_scan(mesh, overrides);
  } catch (const InputError& error) {
    throw InputError(error.code(), "\"{}\": {}", path, error.what());
  }
}

}  // namespace skiagraph::io
