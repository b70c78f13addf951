#pragma once

#include <filesystem>

#include "core/imaging/ct_volume.h"
#include "core/io/ct_options.h"
#include "core/io/separate_process.h"

namespace skiagraph::io {

/// The DICOM half of read_ct_volume, from a folder or a file; GDCM may end the process. Private to core/io.
imaging::CtVolume read_dicom_series(const std::filesystem::path& path, const CtOptions& options,
                                    const FileNote& note);

}  // namespace skiagraph::io
