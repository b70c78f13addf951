#pragma once

#include <filesystem>

#include "core/geometry/scan_alignment.h"

namespace skiagraph::io {

/// Reads a body scan and aligns it. Throws InputError as read_mesh and align_scan do; the sentence always
/// names the file.
geometry::AlignedScan read_scan(const std::filesystem::path& path,
                                const geometry::AlignmentOverrides& overrides = {});

}  // namespace skiagraph::io
