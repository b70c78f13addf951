#pragma once

#include <cstdint>
#include <vector>

#include "core/geometry/canonical_frame.h"
#include "core/imaging/ct_volume.h"
#include "core/imaging/xray_image.h"

namespace skiagraph::imaging {

/// The X-ray image of a real CT, and which of its pixels the CT covers.
struct CtXray {
  XrayImage image;                    ///< 0 outside the CT
  std::vector<std::uint8_t> covered;  ///< rows x columns: 1 where all of the body is known, else 0
};

/// Parallel rays front to back through the voxels, as project_xray for virtual patients; each pixel is the
/// mean over its area, however fine the voxels are. body: contains only the body; the rest is air.
CtXray project_ct(const CtVolume& body, const geometry::CanonicalPlacement& placement);

}  // namespace skiagraph::imaging
