#include "core/io/scan_file.h"

#include <utility>

#include "core/base/error.h"
#include "core/io/mesh_file.h"

namespace skiagraph::io {

geometry::AlignedScan read_scan(const std::filesystem::path& path,
                                const geometry::AlignmentOverrides& overrides,
                                const ProgressFunction& progress, const CancelToken* cancel) {
  SurfaceFile file = read_surface(path, progress, cancel);
  try {
    return geometry::align_scan(std::move(file.mesh), overrides, file.unit_mm);
  } catch (const InputError& error) {
    throw InputError(error.code(), "\"{}\": {}", path, error.what());
  }
}

}  // namespace skiagraph::io
