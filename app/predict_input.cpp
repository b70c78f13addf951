#include "app/predict_input.h"

#include <system_error>
#include <utility>
#include <variant>

#include "app/failure.h"
#include "app/models_folder.h"
#include "app/progress_bar.h"
#include "core/base/error.h"
#include "core/bodies/body_model_file.h"
#include "core/bodies/body_scan.h"
#include "core/io/scan_file.h"
#include "core/io/session_file.h"

namespace skiagraph::app {
namespace {

/// Files that are read in less than a second need none.
ProgressFunction reading_bar(const std::filesystem::path& path) {
  constexpr std::uintmax_t kLargeBytes = 50'000'000;
  std::error_code missing;
  const std::uintmax_t bytes = std::filesystem::file_size(path, missing);
  return !missing && bytes > kLargeBytes ? progress_bar() : ProgressFunction();
}

PredictInput read_session_input(const std::filesystem::path& file,
                                const std::optional<std::filesystem::path>& models) {
  io::SessionFile read = io::read_session(file);
  PredictInput input;
  if (const auto* scan = std::get_if<session::ScanSource>(&read.session.body)) {
    input.scan = io::read_checked_scan(*scan, reading_bar(scan->path), &cancelled_by_signal()).scan;
    input.file = scan->path;
  } else {
    const auto& targets = std::get<bodies::SizeTargets>(read.session.body);
    input.scan = bodies::as_scan(
        bodies::make_body(bodies::read_body_model(body_model_path(targets.sex, models)), targets));
    input.file = file;
  }
  if (read.loss) input.remarks.push_back(*read.loss);
  input.session = std::move(read.session);
  return input;
}

}  // namespace

PredictInput read_predict_input(const std::filesystem::path& file,
                                const geometry::AlignmentOverrides& overrides,
                                const std::optional<std::filesystem::path>& models) {
  if (!io::is_session_name(file))
    return {io::read_scan(file, overrides, reading_bar(file), &cancelled_by_signal()), file, {}, {}};
  if (!(overrides == geometry::AlignmentOverrides{}))
    throw InputError("predict.session",
                     "A session says itself how its scan lies; unit, axes and levels go with a scan alone.");
  return read_session_input(file, models);
}

}  // namespace skiagraph::app
