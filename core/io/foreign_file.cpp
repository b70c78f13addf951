#include "core/io/foreign_file.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/byte_source.h"
#include "core/io/surface_formats.h"

namespace skiagraph::io {
namespace {

template <std::size_t count>
bool is_one_of(const std::string& extension, const std::array<std::string_view, count>& extensions) {
  return std::ranges::find(extensions, extension) != extensions.end();
}

[[noreturn]] void refuse_archive(const std::filesystem::path& path) {
  throw InputError("surface.archive", "\"{}\" is an archive; unpack it and open the surface in it.", path);
}

[[noreturn]] void refuse_usd(const std::filesystem::path& path) {
  throw InputError("surface.usd",
                   "\"{}\" is a USD file, which is not read here; open it in Blender and export it as GLB.",
                   path);
}

}  // namespace

void refuse_foreign_name(const std::filesystem::path& path) {
  constexpr std::array<std::string_view, 9> kPoints{".asc", ".e57", ".las", ".laz", ".pcd",
                                                    ".pts", ".ptx", ".pwn", ".xyz"};
  constexpr std::array<std::string_view, 4> kUsd{".usd", ".usda", ".usdc", ".usdz"};
  constexpr std::array<std::string_view, 8> kArchives{".7z",  ".bz2", ".rar", ".tar",
                                                      ".tgz", ".xz",  ".zip", ".zst"};
  constexpr std::array<std::string_view, 22> kOthers{
      ".3ds", ".3mf", ".abc",  ".amf", ".ase", ".blend", ".c4d",  ".dae", ".vtp", ".dxf", ".igs",
      ".lwo", ".ma",  ".iges", ".max", ".mb",  ".mesh",  ".step", ".stp", ".vtk", ".wrl", ".x3d"};
  const std::string extension = lower_case(path.extension().string());
  if (is_one_of(extension, kPoints))
    throw InputError(
        "surface.points_file",
        "\"{}\" is a point cloud. Make a surface of it first, for example with MeshLab (Screened "
        "Poisson) or CloudCompare, and save it as PLY.",
        path);
  if (is_one_of(extension, kUsd)) refuse_usd(path);
  if (is_one_of(extension, kArchives)) refuse_archive(path);
  if (is_one_of(extension, kOthers))
    throw InputError("surface.other_format",
                     "\"{}\" is of a format that is not read here; open it in Blender, MeshLab or ParaView, "
                     "or in the program "
                     "that made it, and save it as {}.",
                     path, surface_format_names());
  throw InputError("surface.format", "\"{}\" is not a surface file; use {}.", path, surface_format_names());
}

void refuse_foreign_content(const std::filesystem::path& path, std::string_view begin) {
  if (is_utf16(begin))
    throw InputError(
        "surface.utf16",
        "\"{}\" is written in UTF-16, which no surface format allows; save it as UTF-8 or ASCII.", path);
  constexpr std::size_t kLooked = 64;
  const std::string text = lower_case(trimmed(begin.substr(0, kLooked)));
  if (text.starts_with("<!doctype html") || text.starts_with("<html"))
    throw InputError("surface.web_page", "\"{}\" holds a web page and no surface; download it again.", path);
  if (text.starts_with("version https://git-lfs"))
    throw InputError("surface.pointer",
                     "\"{}\" only says where Git LFS keeps the surface; fetch it with \"git lfs pull\".",
                     path);
  if (begin.starts_with("PXR-USDC") || begin.starts_with("#usda")) refuse_usd(path);
  if (begin.starts_with("PK\x03\x04")) refuse_archive(path);
}

}  // namespace skiagraph::io
