#include "core/io/surface_formats.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/base/text.h"

namespace skiagraph::io {
namespace {

constexpr std::string_view kPacked = ".gz";

}  // namespace

std::span<const SurfaceFormat> surface_formats() {
  static constexpr std::array<SurfaceFormat, 7> kFormats{
      {{"PLY", ".ply", "application/vnd.ply", true, true},
       {"OBJ", ".obj", "model/obj", false, true},
       {"STL", ".stl", "model/stl", false, true},
       {"glTF", ".gltf", "model/gltf+json", false, false},
       {"GLB", ".glb", "model/gltf-binary", false, false},
       {"FBX", ".fbx", "application/vnd.fbx", false, false},
       {"OFF", ".off", "application/x-off", false, true}}};
  return kFormats;
}

const SurfaceFormat* surface_format_of(const std::filesystem::path& path) {
  std::string extension = lower_case(path.extension().string());
  const bool packed = extension == kPacked;
  if (packed) extension = lower_case(path.stem().extension().string());
  const auto formats = surface_formats();
  const auto found = std::ranges::find(formats, extension, &SurfaceFormat::extension);
  return found == formats.end() || (packed && !found->packable) ? nullptr : &*found;
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
  const auto add = [&](std::string_view extension, std::string_view behind) {
    if (!patterns.empty()) patterns += ' ';
    patterns.append(1, '*').append(extension).append(behind);
  };
  for (const SurfaceFormat& format : surface_formats())
    if (format.writable || !writable_only) add(format.extension, {});
  for (const SurfaceFormat& format : surface_formats())
    if (format.packable && !writable_only) add(format.extension, kPacked);
  return patterns;
}

}  // namespace skiagraph::io
