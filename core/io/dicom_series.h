#pragma once

#include <filesystem>

#include "core/imaging/ct_volume.h"

namespace skiagraph::io {

/// The DICOM half of read_ct_volume. Private to core/io.
imaging::CtVolume read_dicom_series(const std::filesystem::path& folder);

}  // namespace skiagraph::io
