#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/progress.h"
#include "core/base/remark.h"
#include "core/geometry/scan_alignment.h"
#include "core/imaging/ct_xray.h"
#include "core/io/ct_options.h"
#include "core/io/ct_subject.h"

namespace skiagraph::io {

/// What was read of a CT, to be placed as often as levels change.
struct CtReading {
  CtSubject subject;
  std::optional<geometry::BodyLevels> levels;  ///< found from the skin, in the CT's frame; none in a part
  std::vector<Remark> remarks;                 ///< what was repaired, left out or taken off
};

/// A CT as a body scan, with its own X-ray beside the one that will be predicted.
struct CtScan {
  geometry::AlignedScan scan;
  imaging::CtXray xray;
};

/// Reads a CT and finds the body in it. Throws InputError as read_ct_volume and ct_body do, Cancelled.
CtReading read_ct(const std::filesystem::path& path, const CtOptions& options = {},
                  const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr);

/// The aligned frame of a CT is its own, moved: x is 0 at the body's midline and z at its lowest point. That
/// does not depend on the levels, so levels may lie beyond the ends of a CT of a part. Of the overrides the
/// levels count. Throws InputError when levels are needed or wrong.
geometry::AlignedScan align_ct(const CtReading& ct, const geometry::AlignmentOverrides& overrides = {});

/// The skin in the aligned frame.
geometry::TriangleMesh ct_skin(const CtReading& ct);

/// The CT's X-ray in the frame of its scan. Tells in the scan's remarks when it shows only a part of the
/// trunk.
CtScan place_ct(const CtReading& ct, const geometry::AlignmentOverrides& overrides,
                const geometry::CanonicalFrame& frame);

/// The share of the trunk, from neck to pubic symphysis, that a CT shows whole; from 0 to 1.
double covered_trunk(const imaging::CtXray& xray);

}  // namespace skiagraph::io
