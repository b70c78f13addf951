#pragma once

#include <filesystem>

#include "core/base/progress.h"
#include "core/geometry/scan_alignment.h"

namespace skiagraph::io {

/// Reads a body scan and aligns it. Throws InputError as read_mesh and align_scan do; the sentence always
/// names the file. `progress` tells of the reading.
geometry::AlignedScan read_scan(const std::filesystem::path& path,
                                const geometry::AlignmentOverrides& overrides = {},
                                const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

}  // namespace skiagraph::io
