#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/commands.h"
#include "app/failure.h"
#include "app/models_folder.h"
#include "app/predict_input.h"
#include "app/progress_bar.h"
#include "app/scan_arguments.h"
#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/inference/predictor.h"
#include "core/inference/result_warnings.h"
#include "core/io/checksum.h"
#include "core/io/range_file.h"
#include "core/io/surface_formats.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::filesystem::path input;
  std::optional<std::filesystem::path> models;
  std::string region, margin, landmark, device = "auto";
  std::shared_ptr<ScanArguments> alignment;
  bool json = false;
};

/// "20" or "20mm".
double read_margin(std::string_view text) {
  const std::string_view number = text.ends_with("mm") ? text.substr(0, text.size() - 2) : text;
  const std::optional<double> mm = number_in(number);
  if (!mm || !(*mm >= 0 && *mm <= scan_range::kMostMarginMm))
    throw InputError("range.margin", "The margin \"{}\" is not a number of mm from 0 to {}.",
                     text.substr(0, 60), scan_range::kMostMarginMm);
  return *mm;
}

std::optional<Marker> read_landmark(const std::string& name) {
  if (name.empty()) return std::nullopt;
  const auto marker = marker_named(name);
  if (!marker || static_cast<int>(*marker) >= kMarkerCount)
    throw InputError("pin.marker", "There is no marker \"{}\".", name.substr(0, 60));
  return marker;
}

/// What is asked for, over what a session has.
scan_range::Plan wanted_plan(const Arguments& arguments, const std::optional<session::Session>& session) {
  scan_range::Plan plan;
  const bool planned = session && session->scan_range;
  if (planned) plan = *session->scan_range;
  if (!arguments.region.empty()) {
    const scan_range::Region region = scan_range::known_region(arguments.region);
    if (!planned || plan.region != region) plan = scan_range::Plan{region, {}, {}, {}, {}, {}};
  } else if (!planned) {
    throw InputError("range.no_region", "Name the region with --region: {}.", scan_range::region_names());
  }
  if (!arguments.margin.empty()) plan.margin_mm = read_margin(arguments.margin);
  return plan;
}

std::string end_line(const char* title, const io::RangeReport& report, double z_mm,
                     const scan_range::RangeEnd& proposed, bool by_hand) {
  std::string text = left_aligned(title, 10) + right_aligned(fixed(report.axis.position_mm(z_mm), 1), 9) +
                     " mm along " + report.axis.name() + "   " +
                     left_aligned(scan_range::table_position(z_mm - report.landmark_mm), 9) + " mm   ";
  if (by_hand) return text + "set by hand\n";
  text += proposed.marker ? std::string(info(*proposed.marker).name) : "top of the head";
  return text + ", margin " + fixed(proposed.margin_mm, 1) + " mm\n";
}

std::string text_of(const io::RangeReport& report) {
  const scan_range::RegionInfo& region = scan_range::info(report.plan.region);
  return std::string(region.label) + ": " + std::string(region.meaning) + "\n" +
         end_line("Start", report, report.box.top_mm, report.proposal.top, report.plan.top_mm.has_value()) +
         end_line("End", report, report.box.bottom_mm, report.proposal.bottom,
                  report.plan.bottom_mm.has_value()) +
         left_aligned("Length", 10) + right_aligned(fixed(report.box.length_mm(), 1), 9) + " mm\n" +
         left_aligned("Width", 10) + right_aligned(fixed(report.box.width_mm(), 1), 9) + " mm\n" +
         "S and I: towards head and feet from " + std::string(info(report.landmark).name) +
         ", which lies at " + fixed(report.axis.position_mm(report.landmark_mm), 1) + " mm, +-" +
         fixed(report.landmark_margin_mm, 1) + " mm.\n" +
         (report.plan.covers_95() ? "Both ends hold the true ones in 95 of 100 people. " : "") +
         io::kPlanningNotice + ".\n";
}

void run(const Arguments& arguments) {
  // What is wrong with the words is said before the long work.
  if (!arguments.region.empty()) static_cast<void>(scan_range::known_region(arguments.region));
  if (!arguments.margin.empty()) read_margin(arguments.margin);
  const std::optional<Marker> landmark = read_landmark(arguments.landmark);
  arguments.alignment->check_pins();
  const PredictInput input =
      read_predict_input(arguments.input, arguments.alignment->overrides(), arguments.models);
  const scan_range::Plan plan = wanted_plan(arguments, input.session);
  inference::Predictor predictor(models_folder(arguments.models), arguments.device);
  inference::LoopRequest request;
  request.surface = std::make_shared<const geometry::SurfaceImage>(
      geometry::rasterise_surface(std::span(&input.scan.mesh, 1), input.scan.placement(predictor.frame())));
  if (input.session && !arguments.alignment->has_pins())
    request.pins = session_pins(*input.session, predictor.frame());
  const CancelToken& cancel = cancelled_by_signal();
  inference::LoopResult result = predictor.run(request, &cancel);
  if (arguments.alignment->has_pins()) {
    request.start = inference::positions_of(result.markers);
    request.pins = arguments.alignment->pins(*request.start, request.surface->placement.mm_per_px());
    result = predictor.run(request, &cancel);
  }
  if (cancel.cancelled()) throw Cancelled();

  std::vector<Remark> remarks = input.remarks;
  std::ranges::copy(inference::remarks_on(input.scan, *request.surface, result), std::back_inserter(remarks));
  io::Prediction prediction{{input.file, io::sha256_of_scan(input.file), predictor.model_name()},
                            input.scan,
                            input.scan.mesh,
                            *request.surface,
                            result,
                            result.xray,
                            remarks};
  prediction.range = plan;
  const io::RangeReport report = io::range_report(prediction, landmark);
  std::cout << (arguments.json ? io::range_json(prediction, report) : text_of(report)) << std::flush;
  report_remarks(report.remarks);
}

}  // namespace

void add_scan_range_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "scan-range",
      "Plan from where to where a CT is to be taken: start, end, length and table position in the scan's own "
      "coordinates. A planning aid, not for clinical use");
  command
      ->add_option("input", arguments->input,
                   "A session of the window (.skiagraph) or a scan: " + io::surface_format_names())
      ->required();
  command->add_option("--region", arguments->region,
                      scan_range::region_names() + "; of a session: in place of its own");
  command->add_option(
      "--margin", arguments->margin,
      "Margin beyond the markers at both ends, mm; else as the calibrated confidence asks, so "
      "that both ends hold the true ones in 95 of 100 people");
  command->add_option(
      "--landmark", arguments->landmark,
      "Marker that the table's positions are told from, such as sternal_notch; else the region's");
  command->add_flag("--json", arguments->json, "Print JSON, for programs");
  command->add_option("--models", arguments->models, "Folder of the networks");
  arguments->alignment = ScanArguments::add_to(*command);
  command->add_option("--device", arguments->device, "cpu, cuda or auto")->capture_default_str();
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
