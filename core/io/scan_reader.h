#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "core/base/progress.h"
#include "core/geometry/body_axes.h"
#include "core/geometry/scan_alignment.h"
#include "core/imaging/ct_xray.h"
#include "core/io/ct_scan.h"
#include "core/io/mesh_file.h"
#include "core/session/session.h"

namespace skiagraph::io {

/// A scan in the patient frame, with the true X-ray when it is a CT.
struct ReadScan {
  session::ScanSource source;  ///< with the file's checksum, and whether it is a CT
  geometry::AlignedScan scan;
  std::shared_ptr<const imaging::CtXray> ct;  ///< else null
};

/// Reads scans and CT. The file that was read last is kept, unless it is very large: with other axes, unit or
/// levels it comes at once. For one thread at a time, not that of the window.
class ScanReader {
 public:
  /// Throws InputError: the file cannot be used, or has changed since its checksum was taken; Cancelled.
  ReadScan read(session::ScanSource source, const geometry::CanonicalFrame& frame,
                const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

  /// What was read last, as far as it can be shown though it was refused: upright by the given axes or,
  /// failing those, along its longest and shortest extent; soles at 0; in mm, or 1.7 m long where the unit is
  /// not given or makes no person of it.
  struct Unaligned {
    geometry::TriangleMesh mesh;
    std::optional<geometry::BodyAxes> axes;  ///< of a surface, in the file's axes
  };
  /// The CT that was read last; null when it was none.
  [[nodiscard]] const CtReading* ct() const { return ct_ ? &*ct_ : nullptr; }
  [[nodiscard]] std::optional<Unaligned> unaligned(const session::ScanSource& source) const;

 private:
  /// Which content was read.
  struct Key {
    std::filesystem::path path;
    std::optional<session::CtSettings> ct;
    std::filesystem::file_time_type changed;
    std::uintmax_t size = 0;

    friend bool operator==(const Key&, const Key&) = default;
  };
  [[nodiscard]] static Key key_of(const session::ScanSource& source);
  void forget();
  geometry::AlignedScan align_surface(const session::ScanSource& source, const ProgressFunction& progress,
                                      const CancelToken* cancel);

  Key key_;
  std::string checksum_;
  std::optional<SurfaceFile> surface_;
  std::optional<CtReading> ct_;
};

/// The source with the mark of a CT, where its file or folder holds one.
session::ScanSource with_kind(session::ScanSource source);

/// What the person says about a CT. Throws InputError when it cannot be understood.
CtOptions ct_options(const session::CtSettings& settings);

}  // namespace skiagraph::io
