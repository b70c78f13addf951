#pragma once

#include <filesystem>

#include "core/geometry/scan_alignment.h"

namespace skiagraph {

/// Reads a body scan and aligns it. Throws InputError as read_mesh and align_scan do; the sentence always
/// names the file.
AlignedScan read_scan(const std::filesystem::path& path, const AlignmentOverrides& overrides = {});

}  // namespace skiagraph
