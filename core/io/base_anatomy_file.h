#pragma once

#include <filesystem>
#include <vector>

#include "core/anatomy/base_anatomy.h"

namespace skiagraph {

/// Reads and prepares the base anatomies at `path`: one label volume NAME.nii.gz (or .nii), or every one of a
/// folder, each with its tables NAME_organs.tsv and NAME_media.tsv beside it, as in ICRP 110. In the order of
/// their names. Takes about half a minute for each. Throws InputError as read_label_volume and
/// read_organ_table do, and when a folder holds no label volume.
std::vector<BaseAnatomy> read_base_anatomies(const std::filesystem::path& path);

}  // namespace skiagraph
