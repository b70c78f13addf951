#pragma once

#include <CLI/CLI.hpp>

#include "core/base/progress.h"

namespace skiagraph::app {

/// Adds --progress: bar, or json for other programs, which write one object a line on stderr: {"progress": 0
/// to 1, "what", "seconds_left"} and, at the end of a command that failed, {"error": {"code", "sentence",
/// "arguments", "text"}}.
void add_progress_option(CLI::App& command);
/// Whether this run of the program writes JSON.
bool progress_is_json();

/// A progress bar on stderr: redrawn in place in a terminal, else one line for every tenth; or as
/// --progress says.
ProgressFunction progress_bar();

/// Ctrl+C (SIGINT) and SIGTERM cancel the returned token for as long as the program runs; a second one ends
/// the program at once.
const CancelToken& cancelled_by_signal();

}  // namespace skiagraph::app
