#pragma once

#include <QLockFile>
#include <filesystem>
#include <memory>

namespace skiagraph::ui {

/// Says to other processes of this user that a session's file is open here. Any thread.
struct SessionLock {
  std::filesystem::path file;       ///< the session's
  std::unique_ptr<QLockFile> held;  ///< null when locks cannot be written
  bool elsewhere = false;           ///< another process has it open
};

/// `folder`: where locks are; it is made when it is not there.
SessionLock lock_session(const std::filesystem::path& file, const std::filesystem::path& folder);

/// Takes a lock that no living process has; null when one has it. `failed`: it cannot be written at all.
std::unique_ptr<QLockFile> try_lock(const std::filesystem::path& lock_file, bool* failed = nullptr);

/// Makes a folder that only this user can look into. Nothing happens where it cannot be.
void make_private_folder(const std::filesystem::path& folder);

}  // namespace skiagraph::ui
