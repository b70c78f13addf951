#pragma once

#include <utility>

#include "core/bodies/body_model.h"
#include "core/geometry/scan_alignment.h"

namespace skiagraph::bodies {

/// A body as an aligned scan: it lies in the patient frame already, and its levels are known.
inline geometry::AlignedScan as_scan(Body body) {
  geometry::AlignedScan scan;
  scan.mesh = std::move(body.skin);
  scan.neck = body.neck;
  scan.symphysis = body.symphysis;
  return scan;
}

}  // namespace skiagraph::bodies
