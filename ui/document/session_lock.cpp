#include "ui/document/session_lock.h"

#include <system_error>

#include "core/io/checksum.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {

std::unique_ptr<QLockFile> try_lock(const std::filesystem::path& lock_file, bool* failed) {
  auto lock = std::make_unique<QLockFile>(path_text(lock_file));
  lock->setStaleLockTime(0);  // a process that lives holds it as long as it likes
  if (lock->tryLock(0)) return lock;
  if (failed != nullptr) *failed = lock->error() != QLockFile::LockFailedError;
  return nullptr;
}

void make_private_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::create_directories(folder, error))
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
}

SessionLock lock_session(const std::filesystem::path& file, const std::filesystem::path& folder) {
  SessionLock lock{file, nullptr, false};
  if (folder.empty()) return lock;
  make_private_folder(folder);
  std::error_code error;
  std::filesystem::path real = std::filesystem::weakly_canonical(file, error);
  if (error) real = file;
  bool failed = false;
  lock.held = try_lock(folder / (io::sha256_of(real.string()) + ".lock"), &failed);
  lock.elsewhere = lock.held == nullptr && !failed;
  return lock;
}

}  // namespace skiagraph::ui
