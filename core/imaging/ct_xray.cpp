#include "core/imaging/ct_xray.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/imaging/ct_attenuation.h"
#include "core/imaging/ct_coverage.h"

namespace skiagraph::imaging {
namespace {

/// The line integrals of all columns of voxels along y: nx x nz, x fastest.
class ColumnIntegrals {
 public:
  explicit ColumnIntegrals(const CtVolume& ct) : ct_(ct) {
    values_.resize(static_cast<std::size_t>(ct.nx) * ct.nz);
    for (int k = 0; k < ct.nz; ++k)
      for (int j = 0; j < ct.ny; ++j)
        for (int i = 0; i < ct.nx; ++i)
          values_[static_cast<std::size_t>(k) * ct.nx + i] +=
              ct_attenuation_per_mm(ct.at(i, j, k)) * ct.spacing_mm.y;
  }

  /// Linear between the voxels' centres, as far as the outermost voxels reach; nothing beyond.
  [[nodiscard]] double at(double x, double z) const {
    double i = (x - ct_.origin_mm.x) / ct_.spacing_mm.x, k = (z - ct_.origin_mm.z) / ct_.spacing_mm.z;
    if (i < -0.5 || k < -0.5 || i > ct_.nx - 0.5 || k > ct_.nz - 0.5) return 0;
    i = std::clamp(i, 0.0, ct_.nx - 1.0), k = std::clamp(k, 0.0, ct_.nz - 1.0);
    const int i0 = static_cast<int>(i), i1 = std::min(i0 + 1, ct_.nx - 1);
    const int k0 = static_cast<int>(k), k1 = std::min(k0 + 1, ct_.nz - 1);
    return std::lerp(std::lerp(value(i0, k0), value(i1, k0), i - i0),
                     std::lerp(value(i0, k1), value(i1, k1), i - i0), k - k0);
  }

 private:
  [[nodiscard]] double value(int i, int k) const { return values_[static_cast<std::size_t>(k) * ct_.nx + i]; }

  const CtVolume& ct_;
  std::vector<double> values_;
};

/// Samples along one side of a pixel, so that none of the voxels falls between them.
int samples(double pixel_mm, double voxel_mm) {
  constexpr double kPerVoxel = 2;
  constexpr int kFewest = 2, kMost = 64;
  return std::clamp(static_cast<int>(std::ceil(kPerVoxel * pixel_mm / voxel_mm)), kFewest, kMost);
}

}  // namespace

CtXray project_ct(const CtVolume& body, const geometry::CanonicalPlacement& placement) {
  const geometry::CanonicalFrame& frame = placement.frame();
  const ColumnIntegrals columns(body);
  const CtCoverage coverage(body);
  const int across = samples(placement.mm_per_px(), body.spacing_mm.x),
            down = samples(placement.mm_per_px(), body.spacing_mm.z);
  CtXray xray{{frame, {}}, {}};
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column) {
      double sum = 0;
      bool covered = true;
      for (int a = 0; a < down; ++a)
        for (int b = 0; b < across; ++b) {
          const Vec3 p =
              placement.to_patient({row + (a + 0.5) / down - 0.5, column + (b + 0.5) / across - 0.5}, 0);
          sum += columns.at(p.x, p.z);
          covered = covered && coverage.covers(p.x, p.z);
        }
      xray.image.pixels.push_back(static_cast<float>(std::min(1.0, sum / (down * across) / kXrayFullScale)));
      xray.covered.push_back(covered ? 1 : 0);
    }
  return xray;
}

}  // namespace skiagraph::imaging
