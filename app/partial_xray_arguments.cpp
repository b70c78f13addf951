#include "app/partial_xray_arguments.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <utility>

#include "app/completed_xray.h"
#include "app/models_folder.h"
#include "app/predict_input.h"
#include "app/progress_bar.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/result_warnings.h"
#include "core/io/surface_formats.h"

namespace skiagraph::app {

std::shared_ptr<PartialXrayArguments> PartialXrayArguments::add_to(CLI::App& command) {
  auto arguments = std::make_shared<PartialXrayArguments>();
  command
      .add_option("scan", arguments->scan_,
                  "A session of the window (.skiagraph) or a scan: " + io::surface_format_names())
      ->required();
  command.add_option(
      "--xray", arguments->xray_,
      "The real X-ray, from the front: PNG, DICOM (CR, DX, scout) or a CT of a part; a session "
      "may have one");
  command
      .add_option("--spacing", arguments->spacing_mm_,
                  "Size of the picture's pixels in the body, mm, in place of what its file says")
      ->check(CLI::PositiveNumber);
  command
      .add_option("--magnification", arguments->magnification_,
                  "How much larger the body is in the picture than its spacing says")
      ->check(CLI::Range(0.5, 2.0));
  command.add_flag("--negative", arguments->negative_, "Bone is dark in the picture");
  command
      .add_option("--place", arguments->place_,
                  "Where the picture's centre lies: auto, or LEFT,HEAD in mm of the patient frame")
      ->capture_default_str();
  arguments->ct_ = CtArguments::add_to(command, "xray");
  arguments->alignment_ = ScanArguments::add_to(command);
  command.add_option("--models", arguments->models_, "Folder of the networks");
  command.add_option("--device", arguments->device_, "cpu, cuda or auto")->capture_default_str();
  return arguments;
}

/// What the command line says, or else the session.
session::PartialXray PartialXrayArguments::source(const std::optional<session::Session>& session) const {
  session::PartialXray xray;
  if (session && session->partial_xray && xray_.empty()) xray = *session->partial_xray;
  if (!xray_.empty()) xray.path = xray_;
  if (xray.path.empty())
    throw InputError("partial.none", "There is no real X-ray to complete; name its file with --xray FILE.");
  if (spacing_mm_) xray.spacing_mm = spacing_mm_;
  if (magnification_) xray.magnification = *magnification_;
  xray.negative = xray.negative || negative_;
  if (place_ == "auto") return xray;
  const std::vector<std::string> parts = split(place_, ',');
  const auto left = parts.size() == 2 ? number_in(parts[0]) : std::nullopt,
             head = parts.size() == 2 ? number_in(parts[1]) : std::nullopt;
  if (!left || !head || !std::isfinite(*left) || !std::isfinite(*head))
    throw InputError("partial.place",
                     "The place \"{}\" is neither auto nor of the form LEFT,HEAD in mm, for example 0,1200.",
                     place_);
  xray.place = Vec3{*left, 0, *head};
  return xray;
}

PartialXrayArguments::Work PartialXrayArguments::completed() const {
  alignment_->check_pins();
  const CancelToken& cancel = cancelled_by_signal();
  PredictInput input = read_predict_input(scan_, alignment_->overrides(), models_);
  Work work{std::move(input.scan), input.file, std::move(input.remarks), {}, {}, {}, {}};
  const session::PartialXray xray = source(input.session);
  inference::Predictor predictor(models_folder(models_), device_);
  work.model = predictor.model_name();
  work.surface = std::make_shared<const geometry::SurfaceImage>(
      geometry::rasterise_surface(std::span(&work.scan.mesh, 1), work.scan.placement(predictor.frame())));
  inference::LoopRequest free;
  free.surface = work.surface;
  const inference::LoopResult rest = predictor.run(free, &cancel);
  const std::vector<inference::Pin> pins =
      input.session && !alignment_->has_pins()
          ? session_pins(*input.session, predictor.frame())
          : alignment_->pins(inference::positions_of(rest.markers), work.surface->placement.mm_per_px());
  CompletedXray completed = complete_xray(predictor, xray, ct_->options(), work.surface, rest, pins);
  work.completion = std::move(completed.completion);
  work.spread = std::move(completed.spread);
  std::ranges::copy(inference::remarks_on(work.scan, *work.surface, work.completion.rest),
                    std::back_inserter(work.remarks));
  std::ranges::copy(work.completion.remarks, std::back_inserter(work.remarks));
  return work;
}

}  // namespace skiagraph::app
