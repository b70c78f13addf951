#pragma once

#include <filesystem>
#include <string_view>

namespace skiagraph::io {

/// Throws InputError, which says what a file is and what to do with it, when its name or its first bytes tell
/// that it is something else than a surface: a point cloud, an archive, a web page. Private to core/io.
void refuse_foreign_name(const std::filesystem::path& path);
void refuse_foreign_content(const std::filesystem::path& path, std::string_view begin);

}  // namespace skiagraph::io
