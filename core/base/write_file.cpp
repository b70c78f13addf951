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

std::string reason(int number) {
  switch (number) {
    case ENOENT:
      return "its folder does not exist";
    case ENOSPC:
    case EDQUOT:
      return "the disk is full";
    case EACCES:
    case EPERM:
    case EROFS:
      return "writing there is not allowed";
    case EISDIR:
      return "it is a folder";
    case ENAMETOOLONG:
      return "its name is too long";
    default:
      return std::generic_category().message(number);
  }
}

[[noreturn]] void refuse(const std::filesystem::path& path, int number) {
  throw Error("file.write", "\"{}\" cannot be written: {}.", path, reason(number));
}

/// An open file. Closing it twice does nothing.
class OpenFile : public FileSink {
 public:
  OpenFile(const std::filesystem::path& path, int flags, const std::filesystem::path& shown)
      : shown_(shown), descriptor_(open(path.c_str(), flags | O_WRONLY | O_CLOEXEC, 0666)) {
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

/// In the same folder, so that renaming never copies; other processes and threads choose other names.
std::filesystem::path temporary_beside(const std::filesystem::path& path) {
  static std::atomic<unsigned> count = 0;
  return path.parent_path() / ("." + path.filename().string().substr(0, 100) + "." + std::to_string(getpid()) + "." +
                               std::to_string(++count) + ".part");
}

/// A link stays a link to the file that is written.
std::filesystem::path link_target(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  const auto target = std::filesystem::weakly_canonical(path, error);
  return error ? path : target;
}

/// The renamed entry itself is on the disk only when its folder is. Where folders cannot be synced nothing is
/// lost but that.
void sync_folder(const std::filesystem::path& folder) {
  const int descriptor = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

void write_and_rename(const std::filesystem::path& path, const std::filesystem::path& temporary,
                      const std::function<void(FileSink&)>& fill) {
  OpenFile file(temporary, O_CREAT | O_EXCL, path);
  file.take_mode(path);
  fill(file);
  file.sync();
  file.finish();
  if (rename(temporary.c_str(), path.c_str()) != 0) refuse(path, errno);
  sync_folder(path.parent_path());
}

}  // namespace

void write_file(const std::filesystem::path& path, const std::function<void(FileSink&)>& fill) {
  std::error_code error;
  const std::filesystem::path target = link_target(path);
  const auto status = std::filesystem::status(target, error);
  if (std::filesystem::is_directory(status)) refuse(path, EISDIR);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    OpenFile device(target, 0, path);  // a pipe or terminal is not replaced
    fill(device);
    return;
  }
  const std::filesystem::path temporary = temporary_beside(target);
  try {
    write_and_rename(target, temporary, fill);
  } catch (...) {
    std::filesystem::remove(temporary, error);
    throw;
  }
}

void write_file(const std::filesystem::path& path, std::string_view content) {
  write_file(path, [content](FileSink& sink) { sink.write(content); });
}

}  // namespace skiagraph
