#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/applications/anomalies/anomaly_search.h"
#include "core/applications/completion/completion.h"
#include "core/applications/training_data/annotation_following.h"
#include "core/base/error.h"
#include "core/imaging/ct_xray.h"
#include "core/imaging/xray_image.h"
#include "core/inference/predictor.h"
#include "core/inference/result_warnings.h"
#include "core/session/session.h"
#include "ui/engine/loaded_body.h"

namespace skiagraph::ui {

/// What came of a real X-ray of part of the body.
struct CompletionResult {
  applications::Completion completion;
  imaging::CtXray real;  ///< the real X-ray on the scale and the frame of the synthetic one
  std::optional<applications::AnomalyScores> scores;  ///< of the last state
  std::optional<double> score_threshold;              ///< as calibrated; nothing: there are no scores
};

/// One picture of the loop with its markers. Nobody changes it.
struct Result {
  std::uint64_t id = 0;  ///< of the request
  std::shared_ptr<const LoadedBody> body;
  imaging::XrayImage xray;  ///< with the real part in it, where there is one
  /// The same as it is shown and exported: twice as fine, where the networks make it so and nothing in it is
  /// real.
  imaging::XrayImage fine_xray;
  inference::MarkerEstimates markers{};
  inference::Precision precision = inference::Precision::kDraft;
  int iterations = 0;
  double ms_per_iteration = 0;  ///< known when `complete`
  bool converged = false;
  std::vector<double> max_move_px;  ///< of each iteration, when `complete`
  bool complete = false;            ///< the last picture of its request
  std::vector<Remark> warnings;     ///< on the run and the scan, when `complete`
  scan_range::MarginShares range_share{};
  applications::AnnotatedPoints annotated = {};  ///< points that were looked for in the X-ray
  applications::FollowedPoints followed = {};
  std::shared_ptr<const CompletionResult> completion = {};
  /// The real X-ray where the last completion laid it, also while a draft is made; null: there is none.
  std::shared_ptr<const imaging::CtXray> real = {};
  /// Why there is no completion though the session has a real X-ray.
  std::shared_ptr<const Error> completion_error = {};
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
