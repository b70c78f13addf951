#pragma once

#include "core/base/progress.h"

namespace skiagraph::app {

/// A progress bar on stderr: redrawn in place in a terminal, else one line for every tenth.
ProgressFunction progress_bar();

/// Ctrl+C (SIGINT) and SIGTERM cancel the returned token for as long as the program runs; a second one ends
/// the program at once.
const CancelToken& cancelled_by_signal();

}  // namespace skiagraph::app
