#include "core/geometry/scan_remarks.h"

#include <cmath>

namespace skiagraph::geometry {

std::vector<Remark> remarks_on(const ScanAlignment& scan, const SurfaceImage& surface) {
  constexpr double kWorthTellingMm2 = 100, kTooMuchMm2 = 3e4, kMm2PerCm2 = 100;
  std::vector<Remark> remarks = scan.remarks;
  if (surface.filled_mm2 > kWorthTellingMm2) {
    const bool much = surface.filled_mm2 > kTooMuchMm2;
    remarks.push_back(
        {.code = "scan.holes",
         .title = "Holes filled",
         .sentence = much ? "Holes of {} cm2 in the surface were filled: so much of it is missing that "
                            "the result should not be trusted."
                          : "Holes of {} cm2 in the surface were filled.",
         .arguments = {std::to_string(std::lround(surface.filled_mm2 / kMm2PerCm2))},
         .doubtful = much});
  }
  return remarks;
}

}  // namespace skiagraph::geometry
