#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/io/prediction.h"

namespace skiagraph::io {

/// One kind of file that leaves the program. Menus, dialogs, command line and help follow the one table.
struct ExportFormat {
  std::string_view name;       ///< stable: on the command line, "dicom"
  std::string_view title;      ///< English, for menus: "X-ray as DICOM"
  std::string_view meaning;    ///< one English sentence for tips and help
  std::string_view file_type;  ///< of file dialogs: "DICOM"
  std::string_view file_name;  ///< proposed; its extension, all of it, is the format's: "xray.dcm"
  bool needs_xray;             ///< false: of the body alone
  void (*write)(const std::filesystem::path& path, const Prediction& prediction);

  /// Without its dot: "dcm", "mrk.json".
  [[nodiscard]] std::string_view extension() const { return file_name.substr(file_name.find('.') + 1); }
};

/// In the order of menus.
std::span<const ExportFormat> export_formats();

/// Throws InputError that lists all names when there is none of this name.
const ExportFormat& export_format_named(std::string_view name);

/// "xray, picture, ... or body"
std::string export_format_names();

}  // namespace skiagraph::io
