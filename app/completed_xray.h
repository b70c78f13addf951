#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/applications/anomalies/picture_spread.h"
#include "core/applications/completion/completion.h"
#include "core/inference/predictor.h"
#include "core/io/ct_options.h"
#include "core/session/session.h"

namespace skiagraph::app {

struct CompletedXray {
  applications::Completion completion;
  std::optional<applications::PictureSpread> spread;  ///< of healthy people, where it was measured
};

/// Reads a real X-ray and completes it on a body, as the window does for a session with one. rest: the loop's
/// answer for the surface without pins. Throws InputError, Cancelled.
CompletedXray complete_xray(inference::Predictor& predictor, const session::PartialXray& xray,
                            const io::CtOptions& ct,
                            const std::shared_ptr<const geometry::SurfaceImage>& surface,
                            const inference::LoopResult& rest, const std::vector<inference::Pin>& pins);

}  // namespace skiagraph::app
