#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/imaging/xray_image.h"
#include "core/inference/predictor.h"
#include "core/inference/result_warnings.h"
#include "core/session/session.h"
#include "ui/engine/loaded_body.h"

namespace skiagraph::ui {

/// One picture of the loop with its markers. Nobody changes it.
struct Result {
  std::uint64_t id = 0;  ///< of the request
  std::shared_ptr<const LoadedBody> body;
  imaging::XrayImage xray;
  inference::MarkerEstimates markers{};
  inference::Precision precision = inference::Precision::kDraft;
  int iterations = 0;
  double ms_per_iteration = 0;  ///< known when `complete`
  bool converged = false;
  std::vector<double> max_move_px;  ///< of each iteration, when `complete`
  bool complete = false;            ///< the last picture of its request
  std::vector<Remark> warnings;     ///< on the run and the scan, when `complete`
  scan_range::MarginShares range_share{};
};

/// The result's markers as they are to be shown: pinned ones stand where the session holds them, which may be
/// newer than the result.
inline inference::MarkerEstimates shown_markers(const session::Session& session, const Result& result) {
  inference::MarkerEstimates markers = result.markers;
  for (std::size_t n = 0; n < markers.size(); ++n) {
    markers[n].pinned = session.pins[n].has_value();
    if (session.pins[n]) markers[n].position = *session.pins[n];
  }
  return markers;
}

}  // namespace skiagraph::ui
