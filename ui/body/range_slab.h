#pragma once

#include <optional>

#include "ui/app/range_edits.h"
#include "ui/body/body_picture.h"

namespace skiagraph::ui {

/// The scan range as a box around the body: its lines, and in depth as far as the body goes between its ends.
/// Nothing when none is to be shown.
std::optional<RangeSlab> range_slab(const App& app);

}  // namespace skiagraph::ui
