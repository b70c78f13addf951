#pragma once

#include <exception>
#include <span>
#include <string>
#include <string_view>

#include "core/base/remark.h"

namespace skiagraph::app {

/// How skiagraph-cli ends.
enum ExitCode {
  kSuccess = 0,
  kFault = 1,      ///< the program could not do it, or was stopped
  kBadInput = 2,   ///< a file or an argument cannot be used
  kUntrusted = 3,  ///< there is a result that should not be trusted
};

/// The option that settles an error or a remark with this code, for a command that reads scans; empty when
/// there is none. The sentences themselves hold for the window as well.
std::string_view option_for(std::string_view code);

/// What is told of an exception, also of one of LibTorch.
Error error_of(const std::exception& exception);
/// {"error": {"code", "sentence", "arguments", "text"}}, without a line end.
std::string error_line(const Error& error);

/// Prints what ended the program as one line on stderr and returns its exit code. The texts of other
/// libraries are not printed.
ExitCode report_failure(const std::exception& exception);

/// Prints each remark as one line on stderr. Throws CLI::RuntimeError kUntrusted where one is doubtful.
void report_remarks(std::span<const Remark> remarks);

}  // namespace skiagraph::app
