#pragma once

#include <filesystem>

#include "core/base/progress.h"
#include "core/imaging/ct_volume.h"
#include "core/io/ct_options.h"

namespace skiagraph::io {

/// Whether a path is a folder, a DICOM file, an archive or has the extension of a volume that read_ct_volume
/// reads.
bool is_volume(const std::filesystem::path& path);

/// Whether a volume can only be labels: one unsigned byte for each voxel. False for what cannot be read.
bool holds_labels(const std::filesystem::path& path);

/// Reads CT from DICOM (a folder with all below it, an archive, a DICOMDIR, a file with many frames, or one
/// of the files of a series; compressed or not, in any order), from NIfTI, Analyze, NRRD or MetaImage, and
/// turns it into the patient frame (LPS), whatever the patient's position in the scanner; a tilted one is
/// resampled. Direction, size and values are never guessed: where the file does not say them, `options` do.
/// Missing slices are interpolated; that, and what was left out of a folder, is told in `remarks`. DICOM is
/// read in a process of its own. Throws InputError, one sentence naming the file or folder: missing, damaged,
/// not CT, several series, no Hounsfield units, without directions or spacing, one slice. No identifying
/// field is kept. Throws Cancelled.
imaging::CtVolume read_ct_volume(const std::filesystem::path& path, const CtOptions& options = {},
                                 const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

}  // namespace skiagraph::io
