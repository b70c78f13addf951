#pragma once

#include <filesystem>
#include <string>

namespace skiagraph::app {

/// Finds out before the long work, not after it, that a file cannot be written because its folder is not
/// there. Throws InputError. An empty path is fine.
void check_folder_of(const std::filesystem::path& file);

/// Throws Error when the file cannot be written.
void write_text(const std::filesystem::path& path, const std::string& text);

}  // namespace skiagraph::app
