#include "core/geometry/frame_change.h"

namespace skiagraph::geometry {

double pixel_ratio(const CanonicalFrame& from, const CanonicalFrame& to) {
  return (to.symphysis_row - to.neck_row) / (from.symphysis_row - from.neck_row);
}

Pixel same_place(Pixel place, const CanonicalFrame& from, const CanonicalFrame& to) {
  return Pixel{to.neck_row, to.centre_column} +
         (place - Pixel{from.neck_row, from.centre_column}) * pixel_ratio(from, to);
}

}  // namespace skiagraph::geometry
