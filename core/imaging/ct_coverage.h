#pragma once

#include <cstdint>
#include <vector>

#include "core/imaging/ct_volume.h"

namespace skiagraph::imaging {

/// Which front-back rays a CT covers completely. Not covered are rays on which the scanner's field of view
/// cuts the body, and rays above, below or beside the field where the body leaves the field on that side.
class CtCoverage {
 public:
  /// body: contains only the body; the rest is air.
  explicit CtCoverage(const CtVolume& body);

  /// x, z: patient frame, mm.
  [[nodiscard]] bool covers(double x, double z) const;

 private:
  void mark_slice(const CtVolume& body, int k);

  int nx_, nz_;
  Vec3 spacing_mm_, origin_mm_;
  // Whether the body ends inside the field on that side.
  bool below_, above_;
  std::vector<std::uint8_t> right_, left_;  // nz
  std::vector<std::uint8_t> whole_;         // nx x nz, x fastest
};

}  // namespace skiagraph::imaging
