#pragma once

#include <exception>

namespace skiagraph::app {

/// How skiagraph-cli ends.
enum ExitCode {
  kSuccess = 0,
  kFault = 1,      ///< the program could not do it, or was stopped
  kBadInput = 2,   ///< a file or an argument cannot be used
  kUntrusted = 3,  ///< there is a result that should not be trusted
};

/// Prints what ended the program as one line on stderr and returns its exit code. The texts of other
/// libraries are not printed.
ExitCode report_failure(const std::exception& exception);

}  // namespace skiagraph::app
