#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace skiagraph::evaluation {
struct Results;
}

namespace skiagraph::app {

/// The files that write_results may write.
const std::vector<std::string>& result_files();

/// Writes results.md with `more` at its end, and figure3.png and figure7.png where there is something to
/// show, to a folder that is made when it is not there. Throws Error.
void write_results(const std::filesystem::path& folder, const evaluation::Results& results,
                   const std::string& more = {});

}  // namespace skiagraph::app
