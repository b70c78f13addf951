#include "core/scan_range/table_position.h"

#include <cmath>

#include "core/base/number_text.h"

namespace skiagraph::scan_range {

TableAxis::TableAxis(const geometry::ScanAlignment& scan)
    : to_scan_(scan.to_patient.inverse()), neck_(scan.neck), symphysis_(scan.symphysis) {
  // A rotation's rows are the patient's axes in those of the file.
  const auto& m = scan.to_patient.m;
  const Vec3 front{-m[1][0], -m[1][1], -m[1][2]}, up{m[2][0], m[2][1], m[2][2]};
  name_ = geometry::axes_text(up, front).up;
  offset_mm_ = -m[2][3];
}

Vec3 TableAxis::place(double z_mm) const {
  const double share = (z_mm - symphysis_.z) / (neck_.z - symphysis_.z);
  Vec3 middle = symphysis_ + (neck_ - symphysis_) * share;
  middle.z = z_mm;
  return to_scan_(middle);
}

std::string table_position(double above_mm, int decimals) {
  const std::string text = fixed(std::abs(above_mm), decimals);
  return (above_mm < 0 ? "I " : "S ") + text;
}

}  // namespace skiagraph::scan_range
