#pragma once

#include <filesystem>
#include <string>

namespace skiagraph::io {

/// SHA-256 of a file (FIPS 180-4), 64 hexadecimal digits. Throws InputError when the file cannot be read.
std::string sha256(const std::filesystem::path& path);

}  // namespace skiagraph::io
