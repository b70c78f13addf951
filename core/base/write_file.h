#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string_view>

namespace skiagraph {

/// Takes the bytes of a file that is being written.
class FileSink {
 public:
  /// Throws Error when the bytes cannot be written.
  virtual void write(const void* bytes, std::size_t count) = 0;
  void write(std::string_view text) { write(text.data(), text.size()); }

 protected:
  ~FileSink() = default;
};

/// The only way in which this program writes a file. The bytes go to a temporary file in the same folder;
/// every write is checked; the file is synced to the disk and then takes the name `path`. So there is the old
/// file or the whole new one, never a part, even after a power loss. An existing file keeps its permissions,
/// a symbolic link stays a link, a pipe or another device is written directly. Throws Error "file.write",
/// which names the file and the reason, also for a file that is protected from writing; then the old file is
/// unchanged and no temporary file is left. Exceptions of `fill` pass through in the same way. May be called
/// on any thread.
void write_file(const std::filesystem::path& path, const std::function<void(FileSink&)>& fill);
void write_file(const std::filesystem::path& path, std::string_view content);

}  // namespace skiagraph
