#include "app/failure.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <iterator>
#include <new>
#include <nlohmann/json.hpp>
#include <string_view>

#include "app/progress_bar.h"
#include "core/base/error.h"

namespace skiagraph::app {
namespace {

/// LibTorch has no exception of its own for memory that a processor lacks; it is known by its text, as
/// programs without LibTorch have no name for its type.
bool lacks_memory(const std::exception& exception) {
  if (dynamic_cast<const Error*>(&exception) != nullptr) return false;
  const std::string_view text = exception.what();
  return text.find("allocate memory") != text.npos || text.find("not enough memory") != text.npos ||
         text.find("out of memory") != text.npos;
}

}  // namespace

std::string_view option_for(std::string_view code) {
  struct Row {
    std::string_view code, option;
  };
  constexpr Row kRows[] = {{"unit.none_fits", "--unit NUMBER"},
                           {"unit.head", "--unit"},
                           {"partial.no_spacing", "--spacing MM"},
                           {"unit.wrong", "--unit NUMBER"},
                           {"unit.needed", "--unit"},
                           {"surface.not_a_body", "--up AXIS"},
                           {"surface.part", "--front, --neck-level, --symphysis-level"},
                           {"axes.front_along_body", "--up AXIS"},
                           {"front.doubtful", "--front AXIS"},
                           {"pose.sitting", "--up, --front, --neck-level, --symphysis-level"},
                           {"pose.kneeling", "--up, --front, --neck-level, --symphysis-level"},
                           {"pose.leg_raised", "--up, --front, --neck-level, --symphysis-level"},
                           {"pose.arms_forward", "--up, --front, --neck-level, --symphysis-level"},
                           {"pose.bent", "--up, --front, --neck-level, --symphysis-level"}};
  const Row* row = std::ranges::find(kRows, code, &Row::code);
  return row == std::end(kRows) ? std::string_view() : row->option;
}

Error error_of(const std::exception& exception) {
  return lacks_memory(exception) ? readable_error(std::bad_alloc()) : readable_error(exception);
}

std::string error_line(const Error& error) {
  const nlohmann::json line{{"error",
                             {{"code", error.code()},
                              {"sentence", error.sentence()},
                              {"arguments", error.arguments()},
                              {"text", error.what()}}}};
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

ExitCode report_failure(const std::exception& exception) {
  const Error error = error_of(exception);
  if (progress_is_json()) {
    std::cerr << error_line(error) << '\n';
    return error.caused_by_input() ? kBadInput : kFault;
  }
  std::cerr << error.what();
  if (const std::string_view option = option_for(error.code()); !option.empty())
    std::cerr << " (" << option << ")";
  std::cerr << '\n';
  return error.caused_by_input() ? kBadInput : kFault;
}

void report_remarks(std::span<const Remark> remarks) {
  for (const Remark& remark : remarks) {
    const std::string_view option = option_for(remark.code);
    std::cerr << (remark.doubtful ? "Warning: " : "Note: ") << remark.text();
    if (!option.empty()) std::cerr << " (" << option << ")";
    std::cerr << '\n';
  }
  if (std::ranges::any_of(remarks, &Remark::doubtful)) throw CLI::RuntimeError(ExitCode::kUntrusted);
}

}  // namespace skiagraph::app
