#pragma once

#include <filesystem>
#include <string>

#include "core/base/progress.h"
#include "core/geometry/scan_alignment.h"
#include "core/session/session.h"

namespace skiagraph::io {

/// Reads a body scan and aligns it. Throws InputError as read_mesh and align_scan do; the sentence always
/// names the file. `progress` tells of the reading.
geometry::AlignedScan read_scan(const std::filesystem::path& path,
                                const geometry::AlignmentOverrides& overrides = {},
                                const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

/// A scan with the SHA-256 of its file.
struct CheckedScan {
  geometry::AlignedScan scan;
  std::string sha256;
};

/// Reads the scan of a session. Throws InputError "scan.changed", besides, when the file is not the one that
/// the session was made with.
CheckedScan read_checked_scan(const session::ScanSource& source, const ProgressFunction& progress = {},
                              const CancelToken* cancel = nullptr);

}  // namespace skiagraph::io
