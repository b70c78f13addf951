#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/completion_output.h"
#include "app/failure.h"
#include "app/output_files.h"
#include "app/partial_xray_arguments.h"
#include "core/base/write_file.h"
#include "core/io/checksum.h"
#include "core/io/export_formats.h"
#include "core/io/picture_files.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::shared_ptr<PartialXrayArguments> work;
  std::filesystem::path out;
  bool json = false, force = false;
};

constexpr const char *kCompletionFile = "completion.json", *kSyntheticFile = "synthetic.png";

void run(const Arguments& arguments) {
  const io::ExportFormat &joined = io::export_format_named("xray"),
                         &markers = io::export_format_named("json");
  const std::vector<std::string> files{std::string(joined.file_name), std::string(markers.file_name),
                                       kSyntheticFile, kCompletionFile};
  check_output_folder(arguments.out, files, arguments.force);
  const PartialXrayArguments::Work work = arguments.work->completed();
  const geometry::SurfaceImage& surface = *work.surface;
  const inference::LoopResult result = applications::as_loop_result(work.completion);
  const io::Prediction prediction{{work.file, io::sha256(work.file), work.model},
                                  work.scan,
                                  work.scan.mesh,
                                  surface,
                                  result,
                                  result.xray,
                                  work.remarks};
  const std::string json = completion_json(work.completion, surface);
  if (!arguments.out.empty()) {
    make_folder(arguments.out);
    joined.write(arguments.out / joined.file_name, prediction);
    markers.write(arguments.out / markers.file_name, prediction);
    io::write_xray_values(arguments.out / kSyntheticFile, work.completion.fit.synthetic,
                          surface.placement.mm_per_px());
    write_file(arguments.out / kCompletionFile, json);
  }
  std::cout << (arguments.json ? json : completion_text(work.completion, surface)) << std::flush;
  report_remarks(work.remarks);
}

}  // namespace

void add_complete_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "complete",
      "Complete a real X-ray of part of a body: the whole X-ray and all markers that agree with it");
  arguments->work = PartialXrayArguments::add_to(*command);
  command
      ->add_option("--out", arguments->out,
                   "Folder for xray.png (the real part in it), synthetic.png, markers.json and "
                   "completion.json")
      ->required();
  command->add_flag("--json", arguments->json, "Print completion.json in place of a table");
  add_force_option(*command, arguments->force);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
