#pragma once

#include <filesystem>

#include "core/anatomy/label_volume.h"

namespace skiagraph {

/// Reads a label volume (unsigned 8 bit) from NIfTI, .nii or .nii.gz, and turns it into the patient frame
/// (LPS), whatever the order and direction of the file's axes. Throws InputError, one sentence naming the
/// file: missing, damaged, of another type, or with axes that are not parallel to the patient's.
LabelVolume read_label_volume(const std::filesystem::path& path);

}  // namespace skiagraph
