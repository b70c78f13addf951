#pragma once

#include <vector>

#include "core/base/remark.h"
#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"
#include "core/inference/predictor.h"

namespace skiagraph::inference {

/// Why the result of a finished run should not be trusted as far as others; empty when there is nothing to
/// say.
std::vector<Remark> warnings_of(const LoopResult& result);

/// The same, after what there is to say about the scan.
std::vector<Remark> remarks_on(const geometry::ScanAlignment& scan, const geometry::SurfaceImage& surface,
                               const LoopResult& result);

}  // namespace skiagraph::inference
