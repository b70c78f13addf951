#pragma once

#include <QString>

#include "core/scan_range/plan.h"

namespace skiagraph::ui {

/// In the person's language.
QString region_label(scan_range::Region region);
QString region_meaning(scan_range::Region region);

/// "S 42 mm" towards the head of a landmark, "I 120 mm" towards the feet, as scanners' tables tell it.
QString table_text(double above_mm);

/// What moving one line by so much, up or to the patient's left, is called in the history.
QString moved_line_text(scan_range::Line line, double by_mm);
/// The same of the whole box.
QString moved_box_text(double up_mm, double left_mm);

/// "12 mm up"; empty for less than half a mm.
QString way_text(double up_mm);

/// "Planning aid, not for clinical use"
QString planning_notice();

}  // namespace skiagraph::ui
