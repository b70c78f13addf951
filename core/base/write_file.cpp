#include "core/base/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "core/base/error.h"

namespace skiagraph {
namespace {

/// Each reason has a whole sentence of its own, so that it can be translated.
[[noreturn]] void refuse(const std::filesystem::path& path, int number) {
  constexpr const char* kCode = "file.write";
  switch (number) {
    case ENOENT:
      throw Error(kCode, "\"{}\" cannot be written: its folder does not exist.", path);
    case ENOSPC:
    case EDQUOT:
      throw Error(kCode, "\"{}\" cannot be written: the disk is full.", path);
    case EACCES:
    case EPERM:
    case EROFS:
      throw Error(kCode, "\"{}\" cannot be written: writing there is not allowed.", path);
    case EISDIR:
      throw Error(kCode, "\"{}\" cannot be written: it is a folder.", path);
    case ENAMETOOLONG:
      throw Error(kCode, "\"{}\" cannot be written: its name is too long.", path);
    default:
      throw Error(kCode, "\"{}\" cannot be written: {}.", path, std::generic_category().message(number));
  }
}

/// An open file. Errors name the file `shown`.
class OpenFile : public FileSink {
 public:
  OpenFile(int descriptor, const std::filesystem::path& shown) : shown_(shown), descriptor_(descriptor) {
    if (descriptor_ < 0) refuse(shown_, errno);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }

  void write(const void* bytes, std::size_t count) override {
    const char* next = static_cast<const char*>(bytes);
    while (count > 0) {
      const ssize_t written = ::write(descriptor_, next, count);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) refuse(shown_, errno);
      next += written;
      count -= static_cast<std::size_t>(written);
    }
  }
  void take_mode(const std::filesystem::path& existing) const {
    struct stat status {};
    if (stat(existing.c_str(), &status) == 0) fchmod(descriptor_, status.st_mode & 07777);
  }
  void sync() {
    if (fsync(descriptor_) != 0) refuse(shown_, errno);
  }
  void finish() {
    if (close(std::exchange(descriptor_, -1)) != 0) refuse(shown_, errno);
  }

 private:
  std::filesystem::path shown_;
  int descriptor_;
};

/// A new file in the folder of `path`: renaming never copies it. Its name is used by no other process or
/// thread.
struct TemporaryFile {
  std::filesystem::path path;
  int descriptor;  ///< -1 when it cannot be created; then errno has the reason
};

TemporaryFile create_temporary_beside(const std::filesystem::path& path) {
  static std::atomic<unsigned> count = 0;
  const std::string start =
      "." + path.filename().string().substr(0, 100) + "." + std::to_string(getpid()) + ".";
  for (;;) {
    TemporaryFile file{path.parent_path() / (start + std::to_string(++count) + ".part"), -1};
    file.descriptor = open(file.path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    // A killed process with the same number may have left a file of this name.
    if (file.descriptor >= 0 || errno != EEXIST) return file;
  }
}

/// The file that is written: a symbolic link stays a link, even when its target does not exist yet.
std::filesystem::path link_target(std::filesystem::path path) {
  constexpr int kMostLinks = 40;  // as in Linux
  std::error_code error;
  for (int n = 0; n < kMostLinks && std::filesystem::is_symlink(path, error); ++n)
    path = path.parent_path() / std::filesystem::read_symlink(path, error);
  return path;
}

/// The renamed entry itself is on the disk only when its folder is. Where folders cannot be synced nothing is
/// lost but that.
void sync_folder(const std::filesystem::path& folder) {
  const int descriptor = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

void write_and_rename(const std::filesystem::path& path, const std::filesystem::path& shown,
                      const std::function<void(FileSink&)>& fill) {
  const TemporaryFile temporary = create_temporary_beside(path);
  OpenFile file(temporary.descriptor, shown);
  try {
    file.take_mode(path);
    fill(file);
    file.sync();
    file.finish();
    if (rename(temporary.path.c_str(), path.c_str()) != 0) refuse(shown, errno);
  } catch (...) {
    std::error_code error;
    std::filesystem::remove(temporary.path, error);
    throw;
  }
  sync_folder(path.parent_path());
}

/// A pipe, a terminal or another device is not replaced.
void write_device(const std::filesystem::path& path, const std::function<void(FileSink&)>& fill) {
  OpenFile device(open(path.c_str(), O_WRONLY | O_CLOEXEC), path);
  fill(device);
  device.finish();
}

}  // namespace

void write_file(const std::filesystem::path& path, const std::function<void(FileSink&)>& fill) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::none) refuse(path, error.value());
  if (std::filesystem::is_directory(status)) refuse(path, EISDIR);
  const bool exists = std::filesystem::exists(status);
  if (exists && !std::filesystem::is_regular_file(status)) return write_device(path, fill);
  // Renaming would replace a file that is protected from writing.
  if (exists && faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) refuse(path, errno);
  write_and_rename(link_target(path), path, fill);
}

void write_file(const std::filesystem::path& path, std::string_view content) {
  write_file(path, [content](FileSink& sink) { sink.write(content); });
}

}  // namespace skiagraph
