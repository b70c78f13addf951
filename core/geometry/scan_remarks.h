#pragma once

#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"

namespace skiagraph::geometry {

/// All that a person should know about how a scan became a surface image.
std::vector<Remark> remarks_on(const ScanAlignment& scan, const SurfaceImage& surface);

}  // namespace skiagraph::geometry
