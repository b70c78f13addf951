#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/io/prediction.h"
#include "core/scan_range/plan.h"
#include "core/scan_range/table_position.h"

namespace skiagraph::io {

/// What stands under every range that leaves the program.
inline constexpr const char* kPlanningNotice = "Planning aid, not for clinical use";

/// A scan range as a scanner is told it.
struct RangeReport {
  scan_range::Plan plan;
  scan_range::Proposal proposal;
  scan_range::Box box;  ///< patient frame, mm
  scan_range::TableAxis axis;
  Marker landmark{};  ///< that the table's positions are told from
  double landmark_mm = 0, landmark_margin_mm = 0;
  std::vector<Remark> remarks;  ///< of the prediction, and on the range itself

  [[nodiscard]] double start_above_landmark_mm() const { return box.top_mm - landmark_mm; }
  [[nodiscard]] double end_above_landmark_mm() const { return box.bottom_mm - landmark_mm; }
};

/// landmark: in place of the region's own. Throws InputError when no range is planned.
RangeReport range_report(const Prediction& prediction, std::optional<Marker> landmark = {});

/// Start, end, length and width, in the scan's own coordinates and from the landmark; mm.
std::string range_json(const Prediction& prediction, const RangeReport& report);
/// Writes that. Throws InputError when no range is planned, Error when the file cannot be written.
void write_range(const std::filesystem::path& path, const Prediction& prediction);

}  // namespace skiagraph::io
