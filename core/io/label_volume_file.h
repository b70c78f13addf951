#pragma once

#include <filesystem>

#include "core/bodies/label_volume.h"

namespace skiagraph::io {

/// Reads a label volume (unsigned 8 bit) from NIfTI, .nii or .nii.gz, and turns it into the patient frame
/// (LPS), whatever the order and direction of the file's axes. Throws InputError, one sentence naming the
/// file: missing, damaged, of another type, or with axes that are not parallel to the patient's.
bodies::LabelVolume read_label_volume(const std::filesystem::path& path);

}  // namespace skiagraph::io
