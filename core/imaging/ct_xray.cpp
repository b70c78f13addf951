#include "core/imaging/ct_xray.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/imaging/ct_attenuation.h"

namespace skiagraph::imaging {
namespace {

/// Samples along one side of a pixel, so that none of the voxels falls between them.
int samples(double pixel_mm, double voxel_mm) {
  constexpr double kPerVoxel = 2;
  constexpr int kFewest = 2, kMost = 64;
  return std::clamp(static_cast<int>(std::ceil(kPerVoxel * pixel_mm / voxel_mm)), kFewest, kMost);
}

}  // namespace

CtColumns::CtColumns(const CtVolume& body)
    : nx_(body.nx),
      nz_(body.nz),
      spacing_mm_(body.spacing_mm),
      origin_mm_(body.origin_mm),
      coverage_(body),
      values_(static_cast<std::size_t>(body.nx) * body.nz) {
  for (int k = 0; k < nz_; ++k)
    for (int j = 0; j < body.ny; ++j)
      for (int i = 0; i < nx_; ++i)
        values_[static_cast<std::size_t>(k) * nx_ + i] +=
            ct_attenuation_per_mm(body.at(i, j, k)) * spacing_mm_.y;
}

/// Linear between the voxels' centres, as far as the outermost voxels reach; nothing beyond.
double CtColumns::at(double x, double z) const {
  double i = (x - origin_mm_.x) / spacing_mm_.x, k = (z - origin_mm_.z) / spacing_mm_.z;
  if (i < -0.5 || k < -0.5 || i > nx_ - 0.5 || k > nz_ - 0.5) return 0;
  i = std::clamp(i, 0.0, nx_ - 1.0), k = std::clamp(k, 0.0, nz_ - 1.0);
  const int i0 = static_cast<int>(i), i1 = std::min(i0 + 1, nx_ - 1);
  const int k0 = static_cast<int>(k), k1 = std::min(k0 + 1, nz_ - 1);
  return std::lerp(std::lerp(value(i0, k0), value(i1, k0), i - i0),
                   std::lerp(value(i0, k1), value(i1, k1), i - i0), k - k0);
}

CtXray CtColumns::project(const geometry::CanonicalPlacement& placement) const {
  const geometry::CanonicalFrame& frame = placement.frame();
  const int across = samples(placement.mm_per_px(), spacing_mm_.x),
            down = samples(placement.mm_per_px(), spacing_mm_.z);
  CtXray xray{{frame, {}}, {}};
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column) {
      double sum = 0;
      bool covered = true;
      for (int a = 0; a < down; ++a)
        for (int b = 0; b < across; ++b) {
          const Vec3 p =
              placement.to_patient({row + (a + 0.5) / down - 0.5, column + (b + 0.5) / across - 0.5}, 0);
          sum += at(p.x, p.z);
          covered = covered && coverage_.covers(p.x, p.z);
        }
      xray.image.pixels.push_back(static_cast<float>(std::min(1.0, sum / (down * across) / kXrayFullScale)));
      xray.covered.push_back(covered ? 1 : 0);
    }
  return xray;
}

CtXray project_ct(const CtVolume& body, const geometry::CanonicalPlacement& placement) {
  return CtColumns(body).project(placement);
}

}  // namespace skiagraph::imaging
