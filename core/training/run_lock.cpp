#include "core/training/run_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <system_error>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/training/run_folder.h"

namespace skiagraph::training {
namespace {

using nlohmann::json;
using Path = std::filesystem::path;

Path lock_path(const Path& folder) {
  return folder / "lock";
}

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "localhost";
}

std::string boot_id() {
  std::ifstream stream("/proc/sys/kernel/random/boot_id");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  return std::string(trimmed(text));
}

/// Nobody may have taken note of the end of a process: then its number is still there.
bool has_ended(std::int64_t process) {
  std::ifstream stream("/proc/" + std::to_string(process) + "/stat");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const std::size_t name_end = text.rfind(')');
  return name_end + 2 < text.size() && (text[name_end + 2] == 'Z' || text[name_end + 2] == 'X');
}

/// A process of another machine may still be at work, as long as it tells of itself.
bool told_lately(const Path& folder) {
  constexpr std::int64_t kQuietSeconds = 120;
  try {
    const RunStatus status = read_run_status(folder);
    const auto now =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch());
    return (status.phase == RunPhase::kRunning || status.phase == RunPhase::kPaused) &&
           now.count() - status.updated < kQuietSeconds;
  } catch (const InputError&) {
    return false;
  }
}

[[noreturn]] void refuse(const Path& folder, const RunOwner& owner) {
  throw InputError(
      "run.locked",
      "Another process trains in the folder \"{}\" already (process {} on {}); stop it first, or "
      "choose another folder.",
      folder, owner.process, owner.host);
}

/// Opens and locks the file; nothing when another process has it. A file that its owner has removed in the
/// meantime is made anew.
std::optional<int> locked(const Path& path) {
  for (;;) {
    const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
      throw Error("file.write", "\"{}\" cannot be written: {}.", path,
                  std::generic_category().message(errno));
    // A file system that knows no locks must do without.
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      close(descriptor);
      return std::nullopt;
    }
    struct stat now {};
    if (fstat(descriptor, &now) == 0 && now.st_nlink > 0) return descriptor;
    close(descriptor);
  }
}

/// A lock is no result: it is written where it is, as a new file would be another lock.
void tell(int descriptor, const RunOwner& owner) {
  const std::string text =
      json{{"host", owner.host}, {"boot", owner.boot}, {"process", owner.process}}.dump() + "\n";
  [[maybe_unused]] const int emptied = ftruncate(descriptor, 0);
  [[maybe_unused]] const ssize_t written = pwrite(descriptor, text.data(), text.size(), 0);
}

}  // namespace

RunOwner this_process() {
  return {host_name(), boot_id(), getpid()};
}

std::optional<RunOwner> read_run_owner(const Path& folder) {
  std::ifstream stream(lock_path(folder));
  if (!stream) return std::nullopt;
  const json root = json::parse(std::string{std::istreambuf_iterator<char>(stream), {}}, nullptr, false);
  try {
    return RunOwner{root.at("host").get<std::string>(), root.at("boot").get<std::string>(),
                    root.at("process").get<std::int64_t>()};
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

std::optional<bool> lives(const RunOwner& owner) {
  const RunOwner here = this_process();
  if (owner.host != here.host) return std::nullopt;
  if (owner.boot != here.boot || owner.process <= 0) return false;
  const bool there = kill(static_cast<pid_t>(owner.process), 0) == 0 || errno == EPERM;
  return there && !has_ended(owner.process);
}

RunLock::RunLock(const Path& folder) : path_(lock_path(folder)) {
  const RunOwner here = this_process();
  const RunOwner other = read_run_owner(folder).value_or(here);
  const std::optional<int> descriptor = locked(path_);
  if (!descriptor) refuse(folder, other);
  descriptor_ = *descriptor;
  if (other.host != here.host && told_lately(folder)) {
    close(descriptor_);
    refuse(folder, other);
  }
  tell(descriptor_, here);
}

RunLock::~RunLock() {
  unlink(path_.c_str());
  close(descriptor_);
}

}  // namespace skiagraph::training
