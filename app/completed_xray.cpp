#include "app/completed_xray.h"

#include "app/progress_bar.h"
#include "core/io/xray_picture_file.h"

namespace skiagraph::app {

CompletedXray complete_xray(inference::Predictor& predictor, const session::PartialXray& xray,
                            const io::CtOptions& ct,
                            const std::shared_ptr<const geometry::SurfaceImage>& surface,
                            const inference::LoopResult& rest, const std::vector<inference::Pin>& pins) {
  const CancelToken& cancel = cancelled_by_signal();
  io::XrayPictureOptions options;
  options.spacing_mm = xray.spacing_mm;
  options.negative = xray.negative;
  options.ct = ct;
  CompletedXray result;
  result.spread = applications::picture_spread_of(predictor);
  const auto reader = applications::reader_of(predictor);
  applications::CompletionRequest request;
  request.surface = surface;
  request.picture = std::make_shared<const imaging::XrayPicture>(
      io::read_xray_picture(xray.path, options, progress_bar(), &cancel));
  request.placement = applications::placement_at(xray, *surface);
  request.scale = xray.magnification;
  request.pins = pins;
  request.rest = rest;
  request.reader = reader.get();
  if (result.spread) request.margin_factor = result.spread->margin_factor;
  result.completion = applications::complete(predictor, request, progress_bar(), &cancel);
  return result;
}

}  // namespace skiagraph::app
