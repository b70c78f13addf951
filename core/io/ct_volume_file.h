#pragma once

#include <filesystem>

#include "core/imaging/ct_volume.h"

namespace skiagraph::io {

/// Whether a path is a folder or has the extension of a volume that read_ct_volume reads.
bool is_volume(const std::filesystem::path& path);

/// Reads CT from a folder of DICOM files (one series, compressed or not, in any order), from NIfTI (.nii,
/// .nii.gz), NRRD (.nrrd, .nhdr) or MetaImage (.mha, .mhd), and turns it into the patient frame (LPS),
/// whatever the patient's position in the scanner. Padding becomes air; missing slices are interpolated and
/// told in `remarks`. Throws InputError, one sentence naming the file or folder: missing, damaged, not CT,
/// several series, a tilted gantry, one slice, values that are not numbers. No identifying field is kept.
imaging::CtVolume read_ct_volume(const std::filesystem::path& path);

}  // namespace skiagraph::io
