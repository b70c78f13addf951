#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/anatomy/base/base_anatomy.h"

namespace skiagraph::io {

/// The base anatomies that a user names: "phantom" means the procedural man and woman, "phantom:N" N people
/// drawn from it, 1 to 100, always the same; anything else is a path for read_base_anatomies. Throws
/// InputError.
std::vector<anatomy::BaseAnatomy> named_base_anatomies(const std::string& name);

/// Reads and prepares the base anatomies at `path`: one label volume NAME.nii.gz (or .nii), or every one of a
/// folder, each with its tables NAME_organs.tsv and NAME_media.tsv beside it, as in ICRP 110. In the order of
/// their names. Takes about half a minute for each. Throws InputError as read_label_volume and
/// read_organ_table do, and when a folder holds no label volume.
std::vector<anatomy::BaseAnatomy> read_base_anatomies(const std::filesystem::path& path);

}  // namespace skiagraph::io
