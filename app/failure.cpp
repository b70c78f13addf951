#include "app/failure.h"

#include <c10/util/Exception.h>

#include <iostream>
#include <new>
#include <string_view>

#include "core/base/error.h"

namespace skiagraph::app {
namespace {

/// LibTorch has no exception of its own for memory that a processor lacks.
bool lacks_memory(const std::exception& exception) {
  const auto* error = dynamic_cast<const c10::Error*>(&exception);
  if (error == nullptr) return false;
  const std::string_view text = error->what_without_backtrace();
  return text.find("allocate memory") != text.npos || text.find("not enough memory") != text.npos ||
         text.find("out of memory") != text.npos;
}

}  // namespace

ExitCode report_failure(const std::exception& exception) {
  const Error error = lacks_memory(exception) ? readable_error(std::bad_alloc()) : readable_error(exception);
  std::cerr << error.what() << '\n';
  return error.caused_by_input() ? kBadInput : kFault;
}

}  // namespace skiagraph::app
