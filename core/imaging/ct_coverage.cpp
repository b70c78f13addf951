#include "core/imaging/ct_coverage.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace skiagraph::imaging {
namespace {

constexpr float kBody = -500;  // HU

/// First and last voxel of a column that lie in the field.
struct Chord {
  int first, last;
};

std::optional<Chord> chord(const CtVolume& ct, int i) {
  if (!ct.round_field) return Chord{0, ct.ny - 1};
  const double middle = 0.5 * (ct.ny - 1), x = (i - 0.5 * (ct.nx - 1)) * ct.spacing_mm.x;
  const double radius = 0.5 * std::min(ct.nx * ct.spacing_mm.x, ct.ny * ct.spacing_mm.y) -
                        std::max(ct.spacing_mm.x, ct.spacing_mm.y);
  if (std::abs(x) > radius) return std::nullopt;
  const double half = std::sqrt(radius * radius - x * x) / ct.spacing_mm.y;
  return Chord{static_cast<int>(std::ceil(middle - half)), static_cast<int>(std::floor(middle + half))};
}

bool any_body(const CtVolume& ct, int i, int k) {
  for (int j = 0; j < ct.ny; ++j)
    if (ct.at(i, j, k) > kBody) return true;
  return false;
}

bool any_body(const CtVolume& ct, int k) {
  for (int i = 0; i < ct.nx; ++i)
    if (any_body(ct, i, k)) return true;
  return false;
}

}  // namespace

CtCoverage::CtCoverage(const CtVolume& body)
    : nx_(body.nx),
      nz_(body.nz),
      spacing_mm_(body.spacing_mm),
      origin_mm_(body.origin_mm),
      below_(!any_body(body, 0)),
      above_(!any_body(body, body.nz - 1)),
      right_(body.nz, 1),
      left_(body.nz, 1),
      whole_(static_cast<std::size_t>(body.nx) * body.nz, 1) {
  for (int k = 0; k < nz_; ++k) mark_slice(body, k);
}

void CtCoverage::mark_slice(const CtVolume& body, int k) {
  std::uint8_t* whole = whole_.data() + static_cast<std::size_t>(k) * nx_;
  const auto cut = [&](int i) {
    whole[i] = 0;
    // The body leaves a round field to the side long before the field's last column.
    if (i < nx_ / 4) right_[k] = 0;
    if (i >= nx_ - nx_ / 4) left_[k] = 0;
  };
  for (int i = 0; i < nx_; ++i) {
    const auto field = chord(body, i);
    if (field && (body.at(i, field->first, k) > kBody || body.at(i, field->last, k) > kBody)) cut(i);
  }
  for (const int side : {0, nx_ - 1})
    if (any_body(body, side, k)) cut(side);
  for (int i = 0; i < nx_; ++i)
    if (!chord(body, i)) whole[i] = i < nx_ / 2 ? right_[k] : left_[k];
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
