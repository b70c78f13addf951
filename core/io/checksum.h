#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace skiagraph::io {

/// SHA-256 of a file (FIPS 180-4), 64 hexadecimal digits. Throws InputError when the file cannot be read.
std::string sha256(const std::filesystem::path& path);

/// The same; empty for a folder: what belongs to a CT's series is found by its content.
std::string sha256_of_scan(const std::filesystem::path& path);

/// SHA-256 of these bytes.
std::string sha256_of(std::string_view bytes);

}  // namespace skiagraph::io
