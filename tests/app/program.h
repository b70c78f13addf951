#pragma once

#include <string>
#include <vector>

namespace skiagraph::testing {

struct ProgramEnd {
  int code = -1;  ///< exit code; -1 when a signal ended it
  std::string out, err;
};

/// Runs the built skiagraph-cli as a user would and waits for its end. environment: further NAME=VALUE.
ProgramEnd run_cli(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment = {});

}  // namespace skiagraph::testing
