#include "core/imaging/ct_coverage.h"

#include <algorithm>
#include <cmath>

namespace skiagraph::imaging {
namespace {

bool is_body(const CtVolume& ct, int i, int j, int k) {
  constexpr float kBody = -500;  // HU
  return ct.at(i, j, k) > kBody;
}

bool outside(const CtVolume& ct, int i, int j, int k) {
  return ct.at(i, j, k) == CtVolume::kOutside;
}

/// Whether the body reaches the end of the field in front of or behind this voxel, or the field's round edge
/// within the two voxels on which it is drawn.
bool cut_along_ray(const CtVolume& ct, int i, int j, int k) {
  if (!is_body(ct, i, j, k)) return false;
  if (j == 0 || j == ct.ny - 1) return true;
  for (int b = std::max(0, j - 2); b <= std::min(ct.ny - 1, j + 2); ++b)
    if (outside(ct, i, b, k)) return true;
  return false;
}

/// Whether the body reaches the end of the field below (step -1) or above (1).
bool cut_towards(const CtVolume& ct, int step) {
  for (int k = 0; k < ct.nz; ++k)
    for (int j = 0; j < ct.ny; ++j)
      for (int i = 0; i < ct.nx; ++i)
        if (is_body(ct, i, j, k) && (k + step < 0 || k + step >= ct.nz || outside(ct, i, j, k + step)))
          return true;
  return false;
}

}  // namespace

CtCoverage::CtCoverage(const CtVolume& body)
    : nx_(body.nx),
      nz_(body.nz),
      spacing_mm_(body.spacing_mm),
      origin_mm_(body.origin_mm),
      below_(!cut_towards(body, -1)),
      above_(!cut_towards(body, 1)),
      right_(body.nz, 1),
      left_(body.nz, 1),
      whole_(static_cast<std::size_t>(body.nx) * body.nz, 1) {
  for (int k = 0; k < nz_; ++k) mark_slice(body, k);
}

void CtCoverage::mark_slice(const CtVolume& body, int k) {
  std::uint8_t* whole = whole_.data() + static_cast<std::size_t>(k) * nx_;
  std::vector<int> unseen;
  for (int i = 0; i < nx_; ++i) {
    bool seen = false, cut = false;
    for (int j = 0; j < body.ny; ++j) {
      seen = seen || !outside(body, i, j, k);
      cut = cut || cut_along_ray(body, i, j, k) || ((i == 0 || i == nx_ - 1) && is_body(body, i, j, k));
    }
    if (!seen) unseen.push_back(i);
    if (!cut) continue;
    whole[i] = 0;
    // The body leaves a round field to the side long before the field's last column.
    if (i < nx_ / 4) right_[k] = 0;
    if (i >= nx_ - nx_ / 4) left_[k] = 0;
  }
  for (const int i : unseen) whole[i] = i < nx_ / 2 ? right_[k] : left_[k];
}

bool CtCoverage::covers(double x, double z) const {
  const auto k = std::lround((z - origin_mm_.z) / spacing_mm_.z);
  if (k < 0) return below_;
  if (k >= nz_) return above_;
  const auto i = std::lround((x - origin_mm_.x) / spacing_mm_.x);
  if (i < 0) return right_[k] != 0;
  if (i >= nx_) return left_[k] != 0;
  return whole_[static_cast<std::size_t>(k) * nx_ + i] != 0;
}

}  // namespace skiagraph::imaging
