#pragma once

#include <filesystem>

namespace skiagraph::io {

/// A folder of its own for what an archive holds, removed at its end.
class UnpackedFolder {
 public:
  UnpackedFolder();
  UnpackedFolder(const UnpackedFolder&) = delete;
  UnpackedFolder& operator=(const UnpackedFolder&) = delete;
  ~UnpackedFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Whether the name is that of an archive: .zip, .7z, .tar, also compressed.
bool is_archive(const std::filesystem::path& path);

/// Unpacks the files of an archive into a folder. Throws InputError when it is damaged, locked, or holds more
/// than any CT or than its own size allows, and Error when the folder cannot be written. Private to core/io.
void unpack_archive(const std::filesystem::path& path, const std::filesystem::path& folder);

}  // namespace skiagraph::io
