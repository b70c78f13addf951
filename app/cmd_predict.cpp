#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/commands.h"
#include "app/completed_xray.h"
#include "app/failure.h"
#include "app/models_folder.h"
#include "app/output_files.h"
#include "app/predict_input.h"
#include "app/progress_bar.h"
#include "app/scan_arguments.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/predictor.h"
#include "core/inference/result_warnings.h"
#include "core/io/checksum.h"
#include "core/io/export_formats.h"
#include "core/io/markers_file.h"
#include "core/io/surface_formats.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::filesystem::path scan, out;
  std::optional<std::filesystem::path> models;
  std::vector<std::string> exports;
  std::shared_ptr<ScanArguments> alignment;
  std::string device = "auto";
  int max_iterations = 50;
  bool force = false;
};

constexpr const char* kTraceFile = "trace.json";

/// What is always written, and what is asked for beside it; each once.
std::vector<const io::ExportFormat*> wanted_formats(const std::vector<std::string>& exports) {
  std::vector<std::string> names{"xray", "surface", "json"};
  names.insert(names.end(), exports.begin(), exports.end());
  std::vector<const io::ExportFormat*> formats;
  for (const std::string& name : names) {
    const io::ExportFormat* format = &io::export_format_named(name);
    if (std::ranges::count(formats, format) == 0) formats.push_back(format);
  }
  return formats;
}

std::vector<std::string> file_names(const std::vector<const io::ExportFormat*>& formats) {
  std::vector<std::string> names{kTraceFile};
  for (const io::ExportFormat* format : formats) names.emplace_back(format->file_name);
  return names;
}

void print(const inference::LoopResult& result, const geometry::AlignedScan& scan,
           const geometry::SurfaceImage& surface) {
  std::cout << std::fixed << std::setprecision(0) << "Scan: " << scan.unit_mm
            << " mm per unit, neck to symphysis " << surface.placement.torso_mm() << " mm, "
            << std::setprecision(2) << surface.placement.mm_per_px() << " mm per pixel\n"
            << "Loop: " << (result.converged ? "converged after " : "not converged after ")
            << result.iterations << " iterations, " << std::setprecision(0) << result.milliseconds << " ms\n";
  for (int n = 0; n < kMarkerCount; ++n) {
    const Vec3 p = io::marker_position(surface, result.markers[n].position);
    std::cout << std::left << std::setw(22) << marker_table()[n].name << std::right << std::setprecision(1)
              << std::setw(8) << p.x << std::setw(8) << p.y << std::setw(8) << p.z << "  +-" << std::setw(5)
              << inference::margin_mm(result.markers[n]) << " mm"
              << (result.markers[n].pinned ? "  pinned" : "") << '\n';
  }
}

/// As the window shows a session with a real X-ray; where that cannot be used, a remark says why and it is
/// false.
bool complete_session(inference::Predictor& predictor, const session::PartialXray& xray,
                      const inference::LoopRequest& request, inference::LoopResult& result,
                      std::vector<Remark>& remarks) try {
  inference::LoopRequest free;
  free.surface = request.surface;
  const inference::LoopResult rest = predictor.run(free, &cancelled_by_signal());
  const applications::Completion completion =
      complete_xray(predictor, xray, {}, request.surface, rest, request.pins).completion;
  result = applications::as_loop_result(completion);
  std::ranges::copy(completion.remarks, std::back_inserter(remarks));
  return true;
} catch (const InputError& error) {
  remarks.push_back({.code = "partial.left_out",
                     .title = "Without the real X-ray",
                     .sentence = "The session's real X-ray was left out: {}",
                     .arguments = {error.what()},
                     .doubtful = true});
  return false;
}

void run(const Arguments& arguments) {
  const ScanArguments& alignment = *arguments.alignment;
  alignment.check_pins();
  const std::vector<const io::ExportFormat*> formats = wanted_formats(arguments.exports);
  check_output_folder(arguments.out, file_names(formats), arguments.force);
  const PredictInput input = read_predict_input(arguments.scan, alignment.overrides(), arguments.models);
  const geometry::AlignedScan& scan = input.scan;
  inference::Predictor predictor(models_folder(arguments.models), arguments.device);
  const auto surface = std::make_shared<const geometry::SurfaceImage>(
      geometry::rasterise_surface(std::span(&scan.mesh, 1), scan.placement(predictor.frame())));

  const CancelToken& cancel = cancelled_by_signal();
  std::vector<inference::LoopIteration> trace;
  const auto observe = [&](const inference::LoopIteration& iteration) { trace.push_back(iteration); };
  inference::LoopRequest request;
  request.surface = surface;
  request.max_iterations = arguments.max_iterations;
  if (input.session && !alignment.has_pins()) request.pins = session_pins(*input.session, predictor.frame());
  inference::LoopResult result = predictor.run(request, &cancel, observe);
  if (alignment.has_pins()) {
    request.start = inference::positions_of(result.markers);
    request.pins = alignment.pins(*request.start, surface->placement.mm_per_px());
    result = predictor.run(request, &cancel, observe);
  }
  if (cancel.cancelled()) throw Cancelled();
  std::vector<Remark> remarks = input.remarks;
  const bool completed = input.session && input.session->partial_xray &&
                         complete_session(predictor, *input.session->partial_xray, request, result, remarks);
  // Nothing is added to what is real.
  const imaging::XrayImage shown = completed ? result.xray : predictor.fine_xray(surface, result.xray);

  make_folder(arguments.out);
  std::ranges::copy(inference::remarks_on(scan, *surface, result), std::back_inserter(remarks));
  io::Prediction prediction{{input.file, io::sha256_of_scan(input.file), predictor.model_name()},
                            scan,
                            scan.mesh,
                            *surface,
                            result,
                            shown,
                            remarks};
  if (input.session) prediction.range = input.session->scan_range;
  for (const io::ExportFormat* format : formats) format->write(arguments.out / format->file_name, prediction);
  io::write_trace(arguments.out / kTraceFile, trace, shown.frame);
  print(result, scan, *surface);
  report_remarks(prediction.remarks);
}

}  // namespace

void add_predict_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("predict", "Predict the X-ray and the markers inside a body scan");
  command
      ->add_option("scan", arguments->scan,
                   "A session of the window (.skiagraph), a scan (" + io::surface_format_names() +
                       ") or a CT (a file, or a folder of DICOM)")
      ->required();
  command
      ->add_option("--out", arguments->out, "Folder for xray.png, surface.png, markers.json and trace.json")
      ->required();
  command
      ->add_option(
          "--export", arguments->exports,
          "Write to the folder as well: " + io::export_format_names() + "; several with commas between")
      ->delimiter(',');
  command->add_option("--models", arguments->models, "Folder of the networks");
  arguments->alignment = ScanArguments::add_to(*command);
  command->add_option("--max-iterations", arguments->max_iterations, "Most iterations of the loop")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--device", arguments->device, "cpu, cuda or auto")->capture_default_str();
  add_force_option(*command, arguments->force);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
