#pragma once

#include <filesystem>

namespace skiagraph::app {

struct Results;

/// Writes results.md, and figure3.png and figure7.png where there is something to show, to a folder that is
/// made when it is not there. Throws Error.
void write_results(const std::filesystem::path& folder, const Results& results);

}  // namespace skiagraph::app
