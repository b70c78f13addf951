#pragma once

#include <QString>

#include "ui/training/run_state.h"

namespace skiagraph::ui {

/// What a person reads about runs.
[[nodiscard]] QString life_text(RunLife life);
/// "3 min", "2 h 5 min".
[[nodiscard]] QString duration_text(double seconds);
/// How a run stands, in one or two sentences; an error that ended it comes last.
[[nodiscard]] QString run_text(const RunState& run);

}  // namespace skiagraph::ui
