#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/applications/completion/marker_fit.h"
#include "core/base/remark.h"
#include "core/inference/predictor.h"
#include "core/session/session.h"

namespace skiagraph::applications {

/// Where a picture was found to lie.
struct FoundPlace {
  PicturePlacement placement;
  std::vector<Remark> remarks;  ///< what is odd about it
};

/// A real X-ray of part of a body, to be completed.
struct CompletionRequest {
  std::shared_ptr<const geometry::SurfaceImage> surface;
  std::shared_ptr<const imaging::XrayPicture> picture;
  /// Where a person has put the picture; else it is found.
  std::optional<PicturePlacement> placement;
  /// What an earlier completion of this picture on this surface found, so that it is not searched for again.
  std::optional<FoundPlace> found;
  double scale = 1;                  ///< of a placement that is found: see PicturePlacement
  std::vector<inference::Pin> pins;  ///< markers that the person holds
  /// The loop's answer for this surface without pins, where the caller has it already.
  std::optional<inference::LoopResult> rest;
  inference::Predictor* reader = nullptr;  ///< see FitRequest
  double margin_factor = 1;                ///< see PictureSpread
  FitOptions fit;
};

struct CompletedMarker {
  Pixel before;  ///< what the surface alone tells
  Pixel position;
  double margin_mm = 0;  ///< the true marker lies within this distance in 95 % of people
  bool seen = false;     ///< the real X-ray shows its place
  bool pinned = false;
};

/// The X-ray of a whole body, of which a part is real.
struct Completion {
  inference::LoopResult rest;       ///< what the surface alone tells
  std::optional<FoundPlace> found;  ///< where the picture was not put by hand
  FitState fit;                     ///< the last state of the fit
  imaging::XrayImage xray;          ///< the synthetic X-ray with the real one in it
  std::array<CompletedMarker, kMarkerCount> markers;
  double agreement_before = 0, difference_before = 0;  ///< as in FitState, before markers were moved
  std::vector<Remark> remarks;                         ///< what not to trust
  bool last = false;                                   ///< no other state follows
};

/// Where a person has put the picture's centre; nothing: it is to be found.
std::optional<PicturePlacement> placement_at(const session::PartialXray& xray,
                                             const geometry::SurfaceImage& surface);

/// Places the real X-ray and moves the markers, step by step. `observe`, when given, is called on this thread
/// with the state before the first step and after each. Throws InputError, one sentence, for a picture
/// without spacing (partial.no_spacing), one that agrees with the body's X-ray nowhere (partial.no_match) or
/// only upside down (partial.upside_down), and one that was put beside the body (partial.no_overlap);
/// Cancelled; besides as Predictor does.
Completion complete(inference::Predictor& predictor, const CompletionRequest& request,
                    const ProgressFunction& progress = {}, const CancelToken* cancel = nullptr,
                    const std::function<void(const Completion&)>& observe = {});

/// What reads real X-rays of part of a body, from the folder "reader" beside the weights; null where there is
/// none of the same frame.
std::unique_ptr<inference::Predictor> reader_of(const inference::Predictor& predictor);

/// A completion as the loop's result, for everything that shows or exports one: its joined X-ray, its markers
/// and their margins.
inference::LoopResult as_loop_result(const Completion& completion);

}  // namespace skiagraph::applications
