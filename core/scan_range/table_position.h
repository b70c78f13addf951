#pragma once

#include <string>

#include "core/geometry/scan_alignment.h"

namespace skiagraph::scan_range {

/// Head-feet places as the scan's own file counts them. Millimetres.
class TableAxis {
 public:
  explicit TableAxis(const geometry::ScanAlignment& scan);

  /// The file's direction to the head: "+y", or three numbers where it is none of its axes.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// How far along that direction the height z of the patient frame lies, from the file's origin: grows
  /// towards the head.
  [[nodiscard]] double position_mm(double z_mm) const { return z_mm + offset_mm_; }
  /// The point of the body's midline at that height, in the file's axes, scaled to mm.
  [[nodiscard]] Vec3 place(double z_mm) const;

 private:
  Transform to_scan_;
  Vec3 neck_, symphysis_;
  std::string name_;
  double offset_mm_ = 0;
};

/// A place seen from a landmark as a scanner's table tells it: "S 42.0" towards the head (superior), "I
/// 120.5" towards the feet (inferior); `decimals` of a mm.
std::string table_position(double above_mm, int decimals = 1);

}  // namespace skiagraph::scan_range
