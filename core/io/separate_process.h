#pragma once

#include <filesystem>
#include <functional>

#include "core/base/progress.h"
#include "core/imaging/ct_volume.h"

namespace skiagraph::io {

/// Tells which file is read next.
using FileNote = std::function<void(const std::filesystem::path&)>;

/// Who watches the reading of a CT, and may stop it.
struct ReadingWatch {
  const ProgressFunction& progress;
  const CancelToken* cancel = nullptr;

  /// Throws Cancelled.
  void check() const;
  void tell(double done) const;
};

/// Reads a volume in a process of its own, because GDCM ends the process on some damaged files: then the file
/// that was noted last is named in InputError "dicom.damaged". What `read` throws is thrown here; what the
/// process prints is dropped. `path` is what the person gave. Throws Error "process" when the system gives no
/// process, Cancelled. May be called on any thread; `read` may not use threads. Private to core/io.
imaging::CtVolume read_apart(const std::filesystem::path& path, const ReadingWatch& watch,
                             const std::function<imaging::CtVolume(const FileNote&)>& read);

}  // namespace skiagraph::io
