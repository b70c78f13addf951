#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace skiagraph::training {

/// The process that trains in a folder.
struct RunOwner {
  std::string host, boot;  ///< boot: of this start of the host, so that a number of before means nobody
  std::int64_t process = 0;

  friend bool operator==(const RunOwner&, const RunOwner&) = default;
};

/// Of this process.
RunOwner this_process();
/// Nothing where nobody has the folder, or the file is damaged.
std::optional<RunOwner> read_run_owner(const std::filesystem::path& folder);
/// Whether the process still lives; nothing where it is on another machine, which cannot be known from here.
std::optional<bool> lives(const RunOwner& owner);

/// As long as it exists no other process trains in the folder: a file "lock" that tells host and process.
/// What a process that was killed has left is taken over.
class RunLock {
 public:
  /// Throws InputError "run.locked" when a process of this machine has the folder, or one of another machine
  /// that has told of itself within the last two minutes; Error when the file cannot be written.
  explicit RunLock(const std::filesystem::path& folder);
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;
  ~RunLock();

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

}  // namespace skiagraph::training
