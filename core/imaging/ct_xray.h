#pragma once

#include <cstdint>
#include <vector>

#include "core/geometry/canonical_frame.h"
#include "core/imaging/ct_coverage.h"
#include "core/imaging/ct_volume.h"
#include "core/imaging/xray_image.h"

namespace skiagraph::imaging {

/// The X-ray image of a real CT, and which of its pixels the CT covers.
struct CtXray {
  XrayImage image;                    ///< 0 outside the CT
  std::vector<std::uint8_t> covered;  ///< rows x columns: 1 where all of the body is known, else 0
};

/// What an X-ray needs of a CT: the line integrals of its columns of voxels from front to back, and which of
/// them are whole. The voxels are not kept, so the CT can be projected into one frame after another.
class CtColumns {
 public:
  /// body: contains only the body; the rest is air.
  explicit CtColumns(const CtVolume& body);

  /// Parallel rays front to back through the voxels, as project_xray for virtual patients; each pixel is the
  /// mean over its area, however fine the voxels are.
  [[nodiscard]] CtXray project(const geometry::CanonicalPlacement& placement) const;

 private:
  [[nodiscard]] double at(double x, double z) const;
  [[nodiscard]] double value(int i, int k) const { return values_[static_cast<std::size_t>(k) * nx_ + i]; }

  int nx_, nz_;
  Vec3 spacing_mm_, origin_mm_;
  CtCoverage coverage_;
  std::vector<double> values_;  // nx x nz, x fastest
};

/// The same for one frame alone.
CtXray project_ct(const CtVolume& body, const geometry::CanonicalPlacement& placement);

}  // namespace skiagraph::imaging
