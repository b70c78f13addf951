#pragma once

#include <QString>

#include "ui/training/run_state.h"

namespace skiagraph::ui {

/// What a person reads about runs.
[[nodiscard]] QString life_text(RunLife life);
/// How a run stands, in one or two sentences; an error that ended it comes last.
[[nodiscard]] QString run_text(const RunState& run);

}  // namespace skiagraph::ui
