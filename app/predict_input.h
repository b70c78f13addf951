#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/remark.h"
#include "core/geometry/scan_alignment.h"
#include "core/inference/predictor.h"
#include "core/session/session.h"

namespace skiagraph::app {

/// What a prediction is made from.
struct PredictInput {
  geometry::AlignedScan scan;
  std::filesystem::path file;  ///< the scan's; of a body made to measure: the session's
  std::optional<session::Session> session;
  std::vector<Remark> remarks;  ///< what a damaged session has lost
};

/// Reads a scan with these overrides, or a session with its body: a scan, or one made to measure from the
/// body models in `models`. Throws InputError, also when a session comes with overrides, Cancelled.
PredictInput read_predict_input(const std::filesystem::path& file,
                                const geometry::AlignmentOverrides& overrides,
                                const std::optional<std::filesystem::path>& models);

/// What a session holds, in this frame.
std::vector<inference::Pin> session_pins(const session::Session& session,
                                         const geometry::CanonicalFrame& frame);

}  // namespace skiagraph::app
