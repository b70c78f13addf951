#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace skiagraph::io {

/// A kind of surface file.
struct SurfaceFormat {
  std::string_view name;       ///< as people call it: "glTF"
  std::string_view extension;  ///< in lower case, with its dot
  std::string_view mime_type;  ///< of the desktop; ours where shared-mime-info has none
  bool writable;               ///< by this program
  bool packable;               ///< read from a .gz file as well
};

/// Every surface format that read_mesh() reads. Readers, dialogs, help and the desktop's files follow this
/// table.
std::span<const SurfaceFormat> surface_formats();

/// The format of a file by its extension, in capitals or not, perhaps with .gz behind it; null when it is
/// none.
const SurfaceFormat* surface_format_of(const std::filesystem::path& path);

/// "PLY, OBJ, STL, glTF, ... or OFF"
std::string surface_format_names();

/// Throws InputError when the extension of a file to be written is not that of a writable format. Called
/// before the work whose result is written.
void check_surface_output(const std::filesystem::path& path);

/// "*.ply *.obj ... *.ply.gz ...", as file dialogs ask for it; of the formats that can be written alone, if
/// so wished.
std::string surface_format_patterns(bool writable_only = false);

}  // namespace skiagraph::io
