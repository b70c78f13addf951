#include "core/applications/completion/completion.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <string>
#include <utility>

#include "core/applications/completion/placement_search.h"
#include "core/base/error.h"

namespace skiagraph::applications {
namespace {

/// Pictures that agree less than this are of something else.
constexpr double kLeastAgreement = 0.8;
constexpr double kClearlyBetter = 0.005;

FoundPlacement found_when_turned(const CompletionRequest& request, const imaging::XrayImage& synthetic,
                                 bool rows, bool columns, const CancelToken* cancel) {
  return find_placement(PictureSampler(turned_over(*request.picture, rows, columns)), synthetic,
                        *request.surface, request.scale, cancel);
}

Remark seems_mirrored() {
  return {.code = "partial.mirrored",
          .title = "Sides may be exchanged",
          .sentence =
              "The real X-ray agrees better with the predicted one when its sides are exchanged; it "
              "may be mirrored, or seen from the back."};
}

Remark weak_agreement(double agreement) {
  return {.code = "partial.weak",
          .title = "Little agreement",
          .sentence =
              "The real X-ray and the synthetic one agree little even at the end (correlation {}); it "
              "may be of another person, or not from the front.",
          .arguments = {std::to_string(agreement).substr(0, 4)},
          .doubtful = true};
}

/// Refuses what agrees nowhere.
FoundPlace find_place(const CompletionRequest& request, const PictureSampler& sampler,
                      const imaging::XrayImage& synthetic, const CancelToken* cancel) {
  const FoundPlacement upright = find_placement(sampler, synthetic, *request.surface, request.scale, cancel);
  const double upside_down = std::max(found_when_turned(request, synthetic, true, false, cancel).agreement,
                                      found_when_turned(request, synthetic, true, true, cancel).agreement);
  if (upside_down > upright.agreement + kClearlyBetter && upside_down >= kLeastAgreement)
    throw InputError("partial.upside_down",
                     "The X-ray picture is upside down: its lower end is the head's. Turn it round.");
  if (upright.agreement < kLeastAgreement)
    throw InputError("partial.no_match",
                     "The X-ray picture fits nowhere on the body's X-ray: it shows no human, another view "
                     "than the front, or a part that lies outside, or the size of its pixels is wrong.");
  FoundPlace place{upright.placement, {}};
  if (found_when_turned(request, synthetic, false, true, cancel).agreement >
      upright.agreement + kClearlyBetter)
    place.remarks.push_back(seems_mirrored());
  return place;
}

void set_markers(Completion& completion, const CompletionRequest& request, double margin_factor) {
  const double mm_per_px = request.surface->placement.mm_per_px();
  for (int n = 0; n < kMarkerCount; ++n) {
    CompletedMarker& marker = completion.markers[n];
    const Eigen::Index row = 2 * n;
    const double variance =
        (completion.fit.covariance(row, row) + completion.fit.covariance(row + 1, row + 1)) / 2;
    marker.before = completion.rest.markers[n].position;
    marker.position = completion.fit.markers[n];
    marker.margin_mm = std::max(inference::kLeastConfidenceMm * inference::kNormalMarginFactor,
                                margin_factor * std::sqrt(variance) * mm_per_px);
    marker.seen = completion.fit.seen[n];
    marker.pinned = std::ranges::any_of(
        request.pins, [&](const inference::Pin& pin) { return static_cast<int>(pin.marker) == n; });
  }
}

}  // namespace

std::optional<PicturePlacement> placement_at(const session::PartialXray& xray,
                                             const geometry::SurfaceImage& surface) {
  if (!xray.place) return std::nullopt;
  return PicturePlacement{surface.placement.to_pixel(*xray.place), xray.magnification};
}

Completion complete(inference::Predictor& predictor, const CompletionRequest& request,
                    const ProgressFunction& progress, const CancelToken* cancel,
                    const std::function<void(const Completion&)>& observe) {
  constexpr double kPredicted = 0.1, kPlaced = 0.4;  // of the time
  const auto tell = [&](double done, const std::string& what) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    if (progress) progress(done, what);
  };
  tell(0, "Predicting");
  const auto sampler = std::make_shared<const PictureSampler>(*request.picture);
  Completion completion;
  inference::LoopRequest free;
  free.surface = request.surface;
  completion.rest = request.rest ? *request.rest : predictor.run(free, cancel);
  completion.remarks = request.picture->remarks;
  tell(kPredicted, "Placing");
  FitRequest fit;
  fit.surface = request.surface;
  fit.picture = sampler;
  if (!request.placement) {
    completion.found =
        request.found ? request.found : find_place(request, *sampler, completion.rest.xray, cancel);
    std::ranges::copy(completion.found->remarks, std::back_inserter(completion.remarks));
  }
  fit.placement = request.placement ? *request.placement : completion.found->placement;
  fit.prior = marker_prior(predictor, *request.surface, completion.rest.markers);
  fit.pins = request.pins;
  fit.reader = request.reader;
  fit.options = request.fit;
  if (request.placement) fit.options.placement_sd_px = 0;

  tell(kPlaced, "Moving markers");
  MarkerFit markers(predictor, std::move(fit));
  completion.agreement_before = markers.state().agreement;
  completion.difference_before = markers.state().difference;
  for (bool more = true; true; more = markers.step(cancel)) {
    completion.fit = markers.state();
    completion.xray = markers.blended();
    completion.last = !more;
    set_markers(completion, request, inference::kNormalMarginFactor * request.margin_factor);
    if (completion.last && completion.fit.agreement < kLeastAgreement)
      completion.remarks.push_back(weak_agreement(completion.fit.agreement));
    if (observe) observe(completion);
    if (completion.last) break;
    tell(kPlaced + (1 - kPlaced) * completion.fit.steps / request.fit.most_steps, "Moving markers");
  }
  if (progress) progress(1, "Moving markers");
  return completion;
}

std::unique_ptr<inference::Predictor> reader_of(const inference::Predictor& predictor) {
  const std::filesystem::path folder = predictor.folder() / "reader";
  std::error_code error;
  if (!std::filesystem::exists(folder / "mpn.safetensors", error)) return nullptr;
  auto reader = std::make_unique<inference::Predictor>(folder, predictor.device());
  if (!(reader->frame() == predictor.frame())) return nullptr;
  return reader;
}

inference::LoopResult as_loop_result(const Completion& completion) {
  inference::LoopResult result = completion.rest;
  result.xray = completion.xray;
  for (int n = 0; n < kMarkerCount; ++n) {
    const CompletedMarker& marker = completion.markers[n];
    inference::MarkerEstimate& estimate = result.markers[n];
    estimate.position = estimate.answer = marker.position;
    estimate.margin_mm = marker.margin_mm;
    estimate.confidence_mm = marker.margin_mm / inference::kNormalMarginFactor;
    estimate.pinned = marker.pinned;
  }
  return result;
}

}  // namespace skiagraph::applications
