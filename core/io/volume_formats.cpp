#include "core/io/volume_formats.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace skiagraph::io {

std::span<const VolumeFormat> volume_formats() {
  static constexpr std::array<VolumeFormat, 8> kFormats{{{"NIfTI", ".nii", true},
                                                         {"NIfTI", ".nii.gz", true},
                                                         {"NRRD", ".nrrd", false},
                                                         {"NRRD", ".nhdr", false},
                                                         {"MetaImage", ".mha", false},
                                                         {"MetaImage", ".mhd", false},
                                                         {"Analyze", ".hdr", false},
                                                         {"Analyze", ".img", false}}};
  return kFormats;
}

const VolumeFormat* volume_format_of(const std::filesystem::path& path) {
  const std::string name = lower_case(path.filename().string());
  const auto formats = volume_formats();
  const auto found = std::ranges::find_if(
      formats, [&](const VolumeFormat& format) { return name.ends_with(format.extension); });
  return found == formats.end() ? nullptr : &*found;
}

std::string volume_format_names() {
  std::string names;
  std::string_view last;
  for (const VolumeFormat& format : volume_formats()) {
    if (format.name == last) continue;
    if (!names.empty()) names += ", ";
    names += last = format.name;
  }
  return names;
}

}  // namespace skiagraph::io
