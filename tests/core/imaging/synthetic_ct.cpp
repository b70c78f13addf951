#include "tests/core/imaging/synthetic_ct.h"

namespace skiagraph::testing {

imaging::CtVolume water_ct(std::array<int, 3> size, Vec3 spacing_mm,
                           const std::function<bool(Vec3)>& inside) {
  constexpr int kParts = 4;
  imaging::CtVolume ct{size[0], size[1], size[2], spacing_mm, {}, {}, {}};
  ct.origin_mm = {-0.5 * (size[0] - 1) * spacing_mm.x, -0.5 * (size[1] - 1) * spacing_mm.y,
                  -0.5 * (size[2] - 1) * spacing_mm.z};
  const auto part = [](int n) { return (n + 0.5) / kParts - 0.5; };
  for (int k = 0; k < ct.nz; ++k)
    for (int j = 0; j < ct.ny; ++j)
      for (int i = 0; i < ct.nx; ++i) {
        int count = 0;
        for (int n = 0; n < kParts * kParts * kParts; ++n)
          count += inside({ct.origin_mm.x + (i + part(n % kParts)) * spacing_mm.x,
                           ct.origin_mm.y + (j + part(n / kParts % kParts)) * spacing_mm.y,
                           ct.origin_mm.z + (k + part(n / kParts / kParts)) * spacing_mm.z})
                       ? 1
                       : 0;
        ct.hounsfield.push_back(1000.0F * static_cast<float>(count) / (kParts * kParts * kParts) - 1000);
      }
  return ct;
}

}  // namespace skiagraph::testing
