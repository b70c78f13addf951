#pragma once

#include <optional>

#include "core/scan_range/plan.h"
#include "ui/app/app.h"

namespace skiagraph::ui {

/// A session's scan range as it is to be shown, with markers where the hand has them. Patient frame, mm.
struct ShownRange {
  scan_range::Plan plan;
  scan_range::Proposal proposal;
  scan_range::Box box{};
  Marker landmark{};       ///< that the table's positions are told from
  double landmark_mm = 0;  ///< its height
  double landmark_margin_mm = 0;
};

/// Nothing when none is planned, or before there are markers.
std::optional<ShownRange> shown_range(const App& app, const session::Session& session);
inline std::optional<ShownRange> shown_range(const App& app) {
  return shown_range(app, app.document.session());
}

/// What panels, tools and commands do to the document; each is one undo step. Without a planned range the
/// last ones do nothing.
void plan_range(const App& app, scan_range::Region region);
void remove_range(const App& app);
/// Nothing: as calibrated.
void set_range_margin(const App& app, std::optional<double> mm, const QString& merge_key = {});
/// Keeps the opposite line where it is planned.
void set_range_line(const App& app, scan_range::Line line, double mm, const QString& merge_key = {});
/// Field of view: both sides as far from the middle between them.
void set_range_width(const App& app, double mm, const QString& merge_key = {});
/// All lines where the program has them, with the calibrated margin.
void reset_range(const App& app);
/// Whether that would change anything.
[[nodiscard]] bool can_reset_range(const App& app);

}  // namespace skiagraph::ui
