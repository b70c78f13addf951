#include "core/io/scan_file.h"

#include <utility>

#include "core/base/error.h"
#include "core/io/checksum.h"
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

// The reader goes first: of a missing or damaged file it says more than the checksum does.
CheckedScan read_checked_scan(const session::ScanSource& source, const ProgressFunction& progress,
                              const CancelToken* cancel) {
  if (source.ct)
    throw InputError(
        "session.ct",
        "The body of this session is a CT, \"{}\"; make its skin a scan first (skiagraph-cli skin).",
        source.path);
  CheckedScan checked{read_scan(source.path, source.overrides, progress, cancel), sha256(source.path)};
  if (!source.sha256.empty() && checked.sha256 != source.sha256)
    throw InputError("scan.changed", "The scan \"{}\" is not the one that was opened: the file has changed.",
                     source.path);
  return checked;
}

}  // namespace skiagraph::io
