#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

#include "app/commands.h"
#include "app/large_scan.h"
#include "app/models_folder.h"
#include "app/output_files.h"
#include "app/progress_bar.h"
#include "core/base/write_file.h"
#include "core/benchmark/body_size_benchmark.h"
#include "core/benchmark/run_benchmark.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::filesystem::path json;
  std::optional<std::filesystem::path> models;
  benchmark::BenchmarkOptions options;
  bool force = false;
};

void run(const Arguments& arguments) {
  check_output(arguments.json, arguments.force);
  const std::filesystem::path models = models_folder(arguments.models);
  const CancelToken* cancel = &cancelled_by_signal();
  benchmark::BenchmarkReport report =
      benchmark::run_benchmark(models, arguments.options, progress_bar(), cancel);
  report.people = benchmark::benchmark_body_sizes(models, progress_bar(), cancel);
  report.stages.merge(time_large_scan(models, progress_bar(), cancel));
  // First, so that the figures are seen even if the file cannot be written.
  std::cout << benchmark::report_text(report) << std::flush;
  if (!arguments.json.empty()) write_file(arguments.json, benchmark::report_json(report));
}

}  // namespace

void add_bench_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("bench", "Time every stage on this machine, beside LibTorch with the same weights");
  command->add_option("--json", arguments->json, "File for the figures");
  command->add_option("--models", arguments->models, "Folder of the networks");
  command->add_option("--repetitions", arguments->options.repetitions, "Runs of each stage")
      ->check(CLI::Range(1, 10000))
      ->capture_default_str();
  command->add_option("--drags", arguments->options.drags, "Simulated drags")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--events", arguments->options.events, "Mouse events of a drag, 60 a second")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  add_force_option(*command, arguments->force);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
