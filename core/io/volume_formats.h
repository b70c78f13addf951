#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace skiagraph::io {

/// A kind of file that holds a volume. A folder with a DICOM series is one as well.
struct VolumeFormat {
  std::string_view name;       ///< as people call it: "NIfTI"
  std::string_view extension;  ///< in lower case, with its dots
  bool labels;                 ///< also for label volumes
};

/// Every volume format that read_ct_volume() reads, DICOM apart.
std::span<const VolumeFormat> volume_formats();

/// The format of a file by its extension, in capitals or not; null when it is none.
const VolumeFormat* volume_format_of(const std::filesystem::path& path);

/// "NIfTI, NRRD, MetaImage, Analyze"
std::string volume_format_names();

}  // namespace skiagraph::io
