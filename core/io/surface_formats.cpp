#include "core/io/surface_formats.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/base/text.h"

namespace skiagraph::io {

std::span<const SurfaceFormat> surface_formats() {
  static constexpr std::array<SurfaceFormat, 6> kFormats{{{"PLY", ".ply", "application/vnd.ply", true},
                                                          {"OBJ", ".obj", "model/obj", false},
                                                          {"STL", ".stl", "model/stl", false},
                                                          {"glTF", ".gltf", "model/gltf+json", false},
                                                          {"GLB", ".glb", "model/gltf-binary", false},
                                                          {"FBX", ".fbx", "application/vnd.fbx", false}}};
  return kFormats;
}

const SurfaceFormat* surface_format_of(const std::filesystem::path& path) {
  const std::string extension = lower_case(path.extension().string());
  const auto formats = surface_formats();
  const auto found = std::ranges::find(formats, extension, &SurfaceFormat::extension);
  return found == formats.end() ? nullptr : &*found;
}

std::string surface_format_names() {
  const auto formats = surface_formats();
  std::string names;
  for (std::size_t n = 0; n < formats.size(); ++n) {
    if (n > 0) names += n + 1 < formats.size() ? ", " : " or ";
    names += formats[n].name;
  }
  return names;
}

void check_surface_output(const std::filesystem::path& path) {
  const SurfaceFormat* format = surface_format_of(path);
  if (format == nullptr || !format->writable)
    throw InputError("surface.write_format", "\"{}\" cannot be written; surfaces are written as {}.", path,
                     surface_format_patterns(true));
}

std::string surface_format_patterns(bool writable_only) {
  std::string patterns;
  for (const SurfaceFormat& format : surface_formats()) {
    if (writable_only && !format.writable) continue;
    if (!patterns.empty()) patterns += ' ';
    patterns += '*';
    patterns += format.extension;
  }
  return patterns;
}

}  // namespace skiagraph::io
