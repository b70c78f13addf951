#pragma once

#include "core/anatomy/built_in_person.h"
#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"

namespace skiagraph {

/// The built-in person as every benchmark sees it, aligned once.
inline const AlignedScan& built_in_scan() {
  static const AlignedScan scan = align_scan(built_in_person());
  return scan;
}

inline SurfaceImage built_in_surface() {
  return rasterise_surface({&built_in_scan().mesh, 1}, built_in_scan().placement());
}

}  // namespace skiagraph
