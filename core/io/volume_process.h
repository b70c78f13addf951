#pragma once

#include "core/imaging/ct_volume.h"
#include "core/io/separate_process.h"

namespace skiagraph::io {

/// read_apart() for volumes, because GDCM ends the process on some damaged files: then the file that was
/// noted last is named in InputError "dicom.damaged". unpacked_to: as in SeparateReading. Private to core/io.
imaging::CtVolume read_volume_apart(const std::filesystem::path& path, const ReadingWatch& watch,
                                    const std::function<imaging::CtVolume(const FileNote&)>& read,
                                    const std::filesystem::path& unpacked_to = {});

}  // namespace skiagraph::io
