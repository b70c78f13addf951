#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace skiagraph::io {

/// What the elements of a DICOM file say of its form.
struct DicomStructure {
  std::string transfer_syntax;  ///< UID; empty in files without a header of their own
  bool pixels = false;
  /// Of the pixels; nothing when they are compressed.
  std::optional<std::uintmax_t> pixel_bytes;
};

/// Whether a file begins as DICOM does.
bool is_dicom(const std::filesystem::path& path);

/// Follows the elements of a DICOM file to its end, without reading what they hold, because GDCM ends the
/// process on some files that are cut off or damaged. Throws InputError "dicom.damaged" for those. Private to
/// core/io.
DicomStructure dicom_structure(const std::filesystem::path& path);

}  // namespace skiagraph::io
