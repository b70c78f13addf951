#pragma once

#include "core/bodies/built_in_person.h"
#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"

namespace skiagraph {

/// The built-in person as every benchmark sees it, aligned once.
inline const geometry::AlignedScan& built_in_scan() {
  static const geometry::AlignedScan scan = geometry::align_scan(bodies::built_in_person());
  return scan;
}

inline geometry::SurfaceImage built_in_surface() {
  return geometry::rasterise_surface({&built_in_scan().mesh, 1}, built_in_scan().placement());
}

}  // namespace skiagraph
