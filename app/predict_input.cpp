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
#include "core/io/scan_reader.h"
#include "core/io/session_file.h"
#include "core/session/session_frame.h"

namespace skiagraph::app {
namespace {

/// Files that are read in less than a second need none.
ProgressFunction reading_bar(const std::filesystem::path& path) {
  constexpr std::uintmax_t kLargeBytes = 50'000'000;
  std::error_code missing;
  const std::uintmax_t bytes = std::filesystem::file_size(path, missing);
  return !missing && bytes > kLargeBytes ? progress_bar() : ProgressFunction();
}

/// The skin of a CT is seen from no frame.
geometry::AlignedScan read_source(const session::ScanSource& source) {
  return io::ScanReader().read(source, {}, reading_bar(source.path), &cancelled_by_signal()).scan;
}

PredictInput read_session_input(const std::filesystem::path& file,
                                const std::optional<std::filesystem::path>& models) {
  io::SessionFile read = io::read_session(file);
  PredictInput input;
  if (const auto* scan = std::get_if<session::ScanSource>(&read.session.body)) {
    input.scan = read_source(*scan);
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

std::vector<inference::Pin> session_pins(const session::Session& session,
                                         const geometry::CanonicalFrame& frame) {
  const session::Pins places = session::in_frame(session, frame).pins;
  std::vector<inference::Pin> pins;
  for (std::size_t n = 0; n < places.size(); ++n)
    if (places[n]) pins.push_back({static_cast<Marker>(n), *places[n]});
  return pins;
}

PredictInput read_predict_input(const std::filesystem::path& file,
                                const geometry::AlignmentOverrides& overrides,
                                const std::optional<std::filesystem::path>& models) {
  if (!io::is_session_name(file)) {
    const session::ScanSource source = io::with_kind({file, {}, overrides});
    if (source.ct && (overrides.axes || overrides.unit_mm))
      throw InputError(
          "predict.ct_axes",
          "\"{}\" is a CT, which says itself how it lies and how large it is; of these options only the "
          "levels go with it.",
          file);
    return {read_source(source), file, {}, {}};
  }
  if (!(overrides == geometry::AlignmentOverrides{}))
    throw InputError("predict.session",
                     "A session says itself how its scan lies; unit, axes and levels go with a scan alone.");
  return read_session_input(file, models);
}

}  // namespace skiagraph::app
