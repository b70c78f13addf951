#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace skiagraph::io {

/// The text at the beginning of a NRRD or MetaImage file. Private to core/io.
struct HeaderFields {
  std::map<std::string, std::string> fields;
  std::uintmax_t bytes = 0;  ///< of the text

  /// The first of several spellings of a field; empty when there is none.
  [[nodiscard]] std::string any_of(std::initializer_list<const char*> keys) const;
  [[nodiscard]] std::string operator[](const char* key) const { return any_of({key}); }
};

/// The lines "key SEPARATOR value" up to an empty line or the key `last`.
HeaderFields read_header_fields(const std::filesystem::path& path, char separator, const std::string& last);

/// The finite numbers between blanks; nothing when there are not exactly `count` or one is no number (a
/// decimal comma).
std::optional<std::vector<double>> numbers_in(const std::string& field, std::size_t count);

/// The same as sizes of a volume's axes. Throws InputError.
std::array<int, 3> sizes_in(const std::string& field, const std::filesystem::path& path);

/// The file beside the header that holds its voxels. Throws InputError when the name stands for several
/// files.
std::filesystem::path voxel_file_of(const std::filesystem::path& header, const std::string& name);

/// Throws that the voxels are stored in a way that is not read.
[[noreturn]] void refuse_storage(const std::filesystem::path& path, const std::string& way);

/// A number of bytes to leave out, at least 0. Throws InputError when no file has so many.
std::uintmax_t bytes_to_skip(double bytes, const std::filesystem::path& path);

}  // namespace skiagraph::io
