#pragma once

#include <filesystem>
#include <functional>

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/io/pipe.h"

namespace skiagraph::io {

/// Tells which file is read next.
using FileNote = std::function<void(const std::filesystem::path&)>;

/// Who watches the reading of a file, and may stop it.
struct ReadingWatch {
  const ProgressFunction& progress;
  const CancelToken* cancel = nullptr;

  /// Throws Cancelled.
  void check() const;
  void tell(double done) const;
};

/// What a process of its own reads.
struct SeparateReading {
  /// Here: tells what it reads, and gives what puts the result into a pipe. May not use threads.
  std::function<std::function<void(const Pipe&)>(const FileNote&)> read;
  /// In this process: gets the result.
  std::function<void(const Pipe&)> take;
  /// The error when a library ends the process, or throws, while it reads this file.
  InputError (*damaged)(const std::filesystem::path& file);
  /// The folder that an archive was unpacked to: errors name the archive in its place.
  std::filesystem::path unpacked_to = {};
};

/// Reads in a process of its own, because GDCM and Assimp end the process on some damaged files. What `read`
/// throws is thrown here; what the process prints is dropped. `path` is what the person gave. Throws Error
/// "process" when the system gives no process, std::bad_alloc, Cancelled. May be called on any thread.
/// Private to core/io.
void read_apart(const std::filesystem::path& path, const ReadingWatch& watch, const SeparateReading& reading);

}  // namespace skiagraph::io
