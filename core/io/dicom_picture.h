#pragma once

#include <filesystem>

#include "core/imaging/ct_volume.h"
#include "core/io/separate_process.h"

namespace skiagraph::io {

/// Reads an X-ray picture (CR, DX, a scanned film, the scout of a CT) with GDCM, which may end the process.
/// As a volume of one slice, because that is what read_apart() carries: nx columns, ny rows, their spacing in
/// mm (0: not told), values that rise with the attenuation, NaN where nothing was recorded; remarks say what
/// was turned. Throws InputError for a file that is damaged or holds something else: no picture, colours,
/// several frames, another view than the front, a slice of CT. Private to core/io.
imaging::CtVolume read_dicom_picture(const std::filesystem::path& path, const FileNote& note);

}  // namespace skiagraph::io
